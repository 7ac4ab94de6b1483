// Kept entries and prefilled fields.
import { keepDraft, prefilled, readDraft } from './application-draft';

describe('prefilled', () => {
  it('fills what is empty and replaces what was filled in before', () => {
    expect(prefilled('', null, 'Ada Kovač')).toBe('Ada Kovač');
    expect(prefilled('Ada Kovač', 'Ada Kovač', 'Ada M. Kovač')).toBe('Ada M. Kovač');
  });

  it('never touches what a person typed', () => {
    expect(prefilled('Ada K.', 'Ada Kovač', 'Ada M. Kovač')).toBe('Ada K.');
    expect(prefilled('Ada K.', null, null)).toBe('Ada K.');
  });

  it('takes away what the replaced document had said', () => {
    expect(prefilled('+49 30 1234', '+49 30 1234', null)).toBe('');
  });
});

describe('readDraft', () => {
  afterEach(() => sessionStorage.clear());

  it('gives back what was kept, for that job alone', () => {
    keepDraft('edge', { ...readDraft('edge'), name: 'Ada' });
    expect(readDraft('edge').name).toBe('Ada');
    expect(readDraft('other').name).toBe('');
  });

  it('is empty when the storage holds nonsense', () => {
    sessionStorage.setItem('bringup.application.edge', '{oops');
    expect(readDraft('edge')).toMatchObject({ name: '', resume: null, receipt: null });
  });
});
