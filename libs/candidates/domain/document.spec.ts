// Which upload an application may take as its own.
import { DomainError } from '@bringup/platform';
import { assertClaimable, claimableUntil, type Upload } from './document';

const uploadedAt = new Date('2026-11-23T09:00:00Z');
const upload: Upload = { kind: 'resume', jobSlug: 'job-a', tokenExpiresAt: claimableUntil(uploadedAt) };
const wanted = { kind: 'resume', jobSlug: 'job-a' } as const;
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const after = (hours: number) => new Date(uploadedAt.getTime() + hours * 3_600_000);

it('waits for a day', () => {
  expect(codeOf(() => assertClaimable(upload, wanted, after(23.99)))).toBe('nothing thrown');
  expect(codeOf(() => assertClaimable(upload, wanted, after(24)))).toBe('document-expired');
});

it('is taken once, for its own job, in its own place', () => {
  expect(codeOf(() => assertClaimable(undefined, wanted, after(1)))).toBe('document-expired');
  expect(codeOf(() => assertClaimable({ ...upload, tokenExpiresAt: null }, wanted, after(1)))).toBe('document-expired');
  expect(codeOf(() => assertClaimable(upload, { ...wanted, jobSlug: 'job-b' }, after(1)))).toBe('document-expired');
  expect(codeOf(() => assertClaimable(upload, { ...wanted, kind: 'cover-letter' }, after(1)))).toBe(
    'document-kind-wrong',
  );
});
