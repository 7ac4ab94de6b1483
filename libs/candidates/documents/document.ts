// What reading a document gives, and the limits within which it is read.

export type DocumentFormat = 'pdf' | 'docx' | 'text' | 'json-resume';

/** The text of a document as it is stored, quoted and pointed into: every offset anywhere is an offset into `text`. */
export interface DocumentText {
  readonly format: DocumentFormat;
  readonly text: string;
  /** Pages of a PDF; 1 for formats that have none. */
  readonly pages: number;
  /** Sentences for the candidate about what may be missing. */
  readonly warnings: readonly string[];
  /** What the document seems to say of its writer, offered to be corrected. */
  readonly fields: DocumentFields;
}

export interface DocumentFields {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

export const documentLimits = {
  /** Of an uploaded file, in bytes. */
  bytes: 10 * 1024 * 1024,
  /** Pages of a PDF that are read; the rest is left with a warning. */
  pages: 40,
  /** Characters of text that are kept; the rest is left with a warning. */
  characters: 300_000,
  /** Files within a DOCX, and their size together once unpacked. */
  zipEntries: 2000,
  zipBytes: 60 * 1024 * 1024,
  /** The parts of a DOCX that hold text, unpacked. */
  zipTextBytes: 12 * 1024 * 1024,
  /** Wall clock for one document. */
  milliseconds: 20_000,
  /** Heap of the reading process in MiB, and all its data in KiB (RLIMIT_DATA). */
  heapMebibytes: 256,
  dataKibibytes: 700 * 1024,
  /** What the reading process may answer with, in bytes. */
  answerBytes: 8 * 1024 * 1024,
  /** Documents read at the same time; others wait. */
  atOnce: 2,
} as const;
