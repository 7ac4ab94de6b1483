// A link to the sign-in page cannot send a person to another site.
import { returnAddress } from './return-address';

describe('returnAddress', () => {
  it('keeps a page of this site', () =>
    expect(returnAddress('/requisitions/7?tab=plan')).toBe('/requisitions/7?tab=plan'));

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in?to=/',
  ])('goes home instead of %s', (address) => expect(returnAddress(address)).toBe('/'));
});
