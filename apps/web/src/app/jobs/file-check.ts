// Whether a file can be a résumé or a letter, before it travels: type and size. Pure.

export const largestFileBytes = 10 * 1024 * 1024;

/** For the file chooser's filter. */
export const acceptedFiles = '.pdf,.docx,.txt,.md,.json';

const endings = /\.(pdf|docx|txt|md|text|json)$/i;

interface Candidate {
  readonly name: string;
  readonly size: number;
}

/** A sentence that says what to do, or '' when the file can be sent. */
export function fileFault(file: Candidate): string {
  if (/\.(doc|odt|pages|rtf)$/i.test(file.name)) {
    return 'This is a word processor’s own format. Save it as PDF or DOCX and choose that file.';
  }
  if (/\.(jpe?g|png|heic|tiff?|gif|webp)$/i.test(file.name)) {
    return 'This is a picture, and its text cannot be read. Choose the PDF or DOCX it was made from.';
  }
  if (!endings.test(file.name))
    return 'We read PDF, DOCX, plain text and JSON Resume. Save it as one of those and try again.';
  if (file.size === 0) return 'This file is empty. Was it still being downloaded or written?';
  if (file.size > largestFileBytes) {
    return 'This file is larger than 10 MB. Export it again with smaller images, or choose a plain PDF.';
  }
  return '';
}
