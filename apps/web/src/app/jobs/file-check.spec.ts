// Files before they are sent.
import { fileFault, largestFileBytes } from './file-check';

describe('fileFault', () => {
  it.each(['cv.pdf', 'CV.PDF', 'résumé.docx', 'cv.txt', 'notes.md', 'resume.json'])('takes %s', (name) =>
    expect(fileFault({ name, size: 1000 })).toBe(''),
  );

  it('says what to do instead', () => {
    expect(fileFault({ name: 'cv.doc', size: 1000 })).toContain('PDF or DOCX');
    expect(fileFault({ name: 'scan.JPG', size: 1000 })).toContain('picture');
    expect(fileFault({ name: 'cv.zip', size: 1000 })).toContain('We read PDF');
    expect(fileFault({ name: 'cv', size: 1000 })).toContain('We read PDF');
  });

  it('holds the limit to the byte', () => {
    expect(fileFault({ name: 'cv.pdf', size: largestFileBytes })).toBe('');
    expect(fileFault({ name: 'cv.pdf', size: largestFileBytes + 1 })).toContain('10 MB');
    expect(fileFault({ name: 'cv.pdf', size: 0 })).toContain('empty');
  });
});
