// The list of what can be gone back to.
import { momentsOf } from './moments';

const version = (revision: number, savedAt: string) => ({
  ...{ revision, savedAt, conflicting: false, sha256: '', characters: 1 },
});
const run = (id: string, requestedAt: string) =>
  ({
    id,
    requestedAt,
    state: 'done',
    status: 'accepted',
    passed: 1,
    of: 1,
    points: 1,
    maxPoints: 1,
    sha256: '',
  }) as const;

it('stands newest first, a run above the version that was saved with it', () => {
  const moments = momentsOf(
    [version(2, '2026-11-25T10:00:05.000Z'), version(1, '2026-11-25T10:00:01.000Z')],
    [run('a', '2026-11-25T10:00:05.000Z'), run('b', '2026-11-25T10:00:03.000Z')],
  );
  expect(moments.map(({ id }) => id)).toEqual(['run-a', 'version-2', 'run-b', 'version-1']);
});
