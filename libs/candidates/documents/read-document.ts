// Reads an uploaded document in a process of its own that can do nothing but read it; this process never parses it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DomainError } from '@bringup/platform';
import { type DocumentText, documentLimits } from './document';
import { builtFolder, readerArguments, readerProgram } from './reader-arguments';
import { Turnstile } from './turnstile';

export interface UploadedDocument {
  readonly bytes: Uint8Array;
  /** Only for messages: the format is told from the bytes. */
  readonly fileName: string;
}

/** Limits that a caller may tighten. */
export interface ReadOptions {
  readonly milliseconds?: number;
}

type Answer =
  { readonly document: DocumentText } | { readonly refusal: { readonly code: string; readonly message: string } };

interface Ending {
  readonly answer?: string;
  readonly timedOut: boolean;
}

const turnstile = new Turnstile(documentLimits.atOnce);

function start(): ChildProcess {
  if (!existsSync(readerProgram))
    throw new DomainError(
      'document-reader-not-built',
      'The document reader is not built. Run npm run build and try again.',
    );
  // The shell only sets the limit on memory outside the heap and is then replaced by the reader.
  return spawn(
    '/bin/sh',
    [
      '-c',
      `ulimit -d ${documentLimits.dataKibibytes} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$@"`,
      'sh',
      process.execPath,
      ...readerArguments(),
      readerProgram,
    ],
    {
      env: {},
      cwd: builtFolder,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
}

/** Feeds the bytes to a reader and waits for its answer, its end or the end of its time, whichever is first. */
async function converse(bytes: Uint8Array, milliseconds: number): Promise<Ending> {
  const child = start();
  const chunks: Buffer[] = [];
  let [length, timedOut] = [0, false];
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, milliseconds);
  child.stdout?.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > documentLimits.answerBytes) kill();
    else chunks.push(chunk);
  });
  // A reader that dies while it is fed closes the pipe; its end is told by `close`.
  child.stdin?.on('error', kill);
  child.stdin?.end(bytes);
  try {
    const code = await new Promise<number | null>((settle, fail) => {
      child.once('error', fail);
      child.once('close', settle);
    });
    return code === 0 && length <= documentLimits.answerBytes
      ? { answer: Buffer.concat(chunks).toString('utf8'), timedOut }
      : { timedOut };
  } finally {
    clearTimeout(timer);
    kill();
  }
}

function documentFrom({ answer, timedOut }: Ending, milliseconds: number): DocumentText {
  if (timedOut)
    throw new DomainError(
      'document-timeout',
      `The document could not be read within ${Math.round(milliseconds / 1000)} seconds. Save it again as a simple PDF or as plain text and upload that.`,
    );
  if (answer === undefined || answer === '')
    throw new DomainError(
      'document-unreadable',
      'The document could not be read: it is damaged or needs far more memory than a résumé does. Save it again as a simple PDF or as plain text and upload that.',
    );
  const read = JSON.parse(answer) as Answer;
  if ('refusal' in read) throw new DomainError(read.refusal.code, read.refusal.message);
  return read.document;
}

/**
 * Reads a PDF, DOCX, text file or JSON Resume to text.
 * Errors (each says what to do): `document-empty`, `document-too-large`, `document-unreadable`, `document-encrypted`, `document-without-text`,
 * `document-type-unsupported`, `document-timeout`, `document-reader-not-built`.
 */
export async function readDocument(
  { bytes, fileName }: UploadedDocument,
  options: ReadOptions = {},
): Promise<DocumentText> {
  if (bytes.length === 0)
    throw new DomainError(
      'document-empty',
      `“${fileName.slice(-120)}” is empty. Check the file on your computer and upload it again.`,
    );
  if (bytes.length > documentLimits.bytes) {
    const mebibytes = (bytes.length / 1024 / 1024).toFixed(1);
    throw new DomainError(
      'document-too-large',
      `The file has ${mebibytes} MB; at most ${documentLimits.bytes / 1024 / 1024} MB can be uploaded. Leave out large images, or save it as plain text.`,
      { bytes: bytes.length },
    );
  }
  const milliseconds = options.milliseconds ?? documentLimits.milliseconds;
  const ending = await turnstile.pass(() => converse(bytes, milliseconds));
  return documentFrom(ending, milliseconds);
}
