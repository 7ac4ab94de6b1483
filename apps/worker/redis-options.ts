// REDIS_URL in the form that Bull understands, with TLS for `rediss:`.
import type { QueueOptions } from 'bull';

export function redisOptions(url: string): NonNullable<QueueOptions['redis']> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const database = /^\/(\d+)$/.exec(pathname)?.[1];
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 6379 : Number(port),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(database === undefined ? {} : { db: Number(database) }),
    ...(protocol === 'rediss:' ? { tls: { servername: hostname } } : {}),
  };
}
