// Initials for names as people have them.
import { hue, initials } from './initials';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Maria del Carmen Ruiz', 'MR'],
    ['Śliwa', 'Ś'],
    ['李 小龍', '李小'],
    ['  “Bo”  van Dyke ', 'BD'],
    ['', '?'],
    ['—', '?'],
  ])('of "%s" are %s', (name, letters) => expect(initials(name)).toBe(letters));
});

describe('hue', () => {
  it('is steady and within its range', () => {
    expect(hue('Ada Lovelace', 6)).toBe(hue('Ada Lovelace', 6));
    for (const name of ['', 'A', 'Zoë', '李小龍']) expect(hue(name, 6)).toBeLessThan(6);
  });
});
