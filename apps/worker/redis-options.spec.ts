// Forms of REDIS_URL.
import { redisOptions } from './redis-options';

it.each([
  ['redis://127.0.0.1:6390', { host: '127.0.0.1', port: 6390 }],
  ['redis://cache', { host: 'cache', port: 6379 }],
  ['redis://:p%40ss@cache:6379/3', { host: 'cache', port: 6379, password: 'p@ss', db: 3 }],
  [
    'rediss://me:pw@cache.example:6380',
    { host: 'cache.example', port: 6380, username: 'me', password: 'pw', tls: { servername: 'cache.example' } },
  ],
  ['redis://[::1]:6379', { host: '::1', port: 6379 }],
])('%s', (url, options) => {
  expect(redisOptions(url)).toEqual(options);
});
