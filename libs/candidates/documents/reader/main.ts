// The program of the reading process: bytes come in on stdin, one JSON answer goes out on stdout.
import { writeSync } from 'node:fs';
import { read } from './read';
import { Refusal } from './refusal';

async function bytesFromStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

function answer(document: unknown): void {
  const bytes = Buffer.from(JSON.stringify(document), 'utf8');
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      // The pipe is full until the parent has read from it.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

async function main(): Promise<void> {
  try {
    answer({ document: await read(await bytesFromStdin()) });
  } catch (error) {
    if (error instanceof Refusal) answer({ refusal: { code: error.code, message: error.message } });
    else
      answer({
        refusal: {
          code: 'document-unreadable',
          message: 'The document is damaged and could not be read. Save it again as a PDF and upload that.',
        },
      });
  }
  // A parser may have left timers or promises behind; nothing of it is wanted any more.
  process.exit(0);
}

void main();
