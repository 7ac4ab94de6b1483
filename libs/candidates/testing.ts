// Builders for specs: uploads whose text is given, so that no reading process is needed.
import type { Work } from '@bringup/platform';
import { storeDocument } from './keep-document';
import type { DocumentKind } from './domain/document';

/** An upload that waits to be claimed; resolves to its token. */
export async function newUpload(
  work: Work,
  upload: { jobSlug: string; kind?: DocumentKind; fileName?: string; text?: string },
): Promise<string> {
  const text = upload.text ?? 'Brought a keyword spotter to an STM32H7 in C: 14 ms an inference, 212 KiB of RAM.';
  const file = {
    jobSlug: upload.jobSlug,
    kind: upload.kind ?? 'resume',
    fileName: upload.fileName ?? 'resume.txt',
    bytes: Buffer.from(text),
  };
  const { token } = await storeDocument(work, file, { format: 'text', text, pages: 1, warnings: [], fields: {} });
  return token;
}
