// The sandbox's level as an administrator reads it.
import { isNamespaced, wallsOf } from './sandbox-walls';

it('names each wall with what it does, in the order in which the sandbox names them', () => {
  const walls = wallsOf('bubblewrap + own user + resource limits + permission model + isolate');
  expect(walls.map(({ name }) => name)).toEqual([
    'bubblewrap',
    'own user',
    'resource limits',
    'permission model',
    'isolate',
  ]);
  expect(walls.every(({ meaning }) => meaning !== '')).toBe(true);
});

it('shows a wall it has no words for, and none for nothing', () => {
  expect(wallsOf('seccomp')).toEqual([{ name: 'seccomp', meaning: '' }]);
  expect(wallsOf('')).toEqual([]);
});

it('tells whether the host lends namespaces', () => {
  expect(isNamespaced('bubblewrap + own user')).toBe(true);
  expect(isNamespaced('permission model')).toBe(false);
});
