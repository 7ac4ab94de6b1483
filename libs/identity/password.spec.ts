// Passwords: argon2id, and a decoy that costs exactly as much as a real hash.
import { needsRehash } from 'argon2';
import { decoyHash, hashPassword, passwordMatches } from './password';

it('matches the password that was hashed and no other', async () => {
  const stored = await hashPassword('correct horse');
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await passwordMatches(stored, 'correct horse')).toBe(true);
  expect(await passwordMatches(stored, 'correct horse ')).toBe(false);
});

it('hashes the same password differently each time', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'));
});

it('keeps the decoy at the cost of real hashes, or the time would tell who has an account', async () => {
  const parameters = (hash: string) =>
    new Map(
      hash
        .split('$')[3]
        ?.split(',')
        .map((part) => part.split('=') as [string, string]),
    );
  expect(parameters(decoyHash)).toEqual(parameters(await hashPassword('anything')));
  expect(decoyHash).toMatch(/^\$argon2id\$v=19\$/);
  expect(needsRehash(decoyHash, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })).toBe(false);
  expect(await passwordMatches(decoyHash, '')).toBe(false);
});
