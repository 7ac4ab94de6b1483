// A version on record never changes: where a task stands against the record, and what publishing may add.
import { newEntry, sendingFault, type PublishedVersion, standingOf, versionFault } from './published-versions';

const record: PublishedVersion[] = [
  { slug: 'a', version: 1, digest: 'one' },
  { slug: 'a', version: 2, digest: 'two' },
  { slug: 'b', version: 1, digest: 'other' },
];
const a = (version: number, digest: string) => ({ slug: 'a', version, digest });

it.each([
  ['published', a(2, 'two')],
  ['draft', a(3, 'three')],
  ['draft', { slug: 'new', version: 1, digest: 'x' }],
  ['changed', a(2, 'three')],
  ['changed', a(1, 'two')],
  ['behind', a(1, 'one')],
] as const)('finds a task %s', (standing, task) => {
  expect(standingOf(record, task)).toBe(standing);
});

it('says what to do', () => {
  expect(versionFault(record, a(2, 'three'))).toBe(
    'version 2 is published and its files have changed: raise version in task.yaml, then say tasks publish a',
  );
  expect(versionFault(record, a(1, 'one'))).toMatch(/^version 1 is older than the newest on record/);
  expect(versionFault(record, a(2, 'two'))).toBeNull();
  expect(versionFault(record, a(3, 'three'))).toBeNull();
});

it('lets a library that keeps a record send what is on it, unchanged', () => {
  expect(sendingFault(record, a(2, 'two'))).toBeNull();
  expect(sendingFault(record, a(3, 'three'))).toMatch(/^version 3 is not published, .*: say tasks publish a,/);
  expect(sendingFault(record, { slug: 'new', version: 1, digest: 'x' })).toMatch(/say tasks publish new,/);
  expect(sendingFault(record, a(2, 'three'))).toMatch(/its files have changed/);
  expect(sendingFault(record, a(1, 'one'))).toMatch(/older than the newest/);
  expect(sendingFault([], a(3, 'three'))).toBeNull();
});

it('adds a new version, nothing for one that is on record, and never replaces one', () => {
  expect(newEntry(record, a(3, 'three'))).toEqual(a(3, 'three'));
  expect(newEntry(record, a(2, 'two'))).toBeNull();
  expect(() => newEntry(record, a(2, 'three'))).toThrow('a: version 2 is published and its files have changed');
  expect(() => newEntry(record, a(1, 'one'))).toThrow(expect.objectContaining({ code: 'version-published' }) as Error);
});
