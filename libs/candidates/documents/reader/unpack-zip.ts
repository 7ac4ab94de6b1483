// Unpacks a ZIP within limits: what its directory declares is checked first, what really comes out is checked again.
// Format: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
import { inflateRawSync } from 'node:zlib';
import { documentLimits } from '../document';
import { Refusal } from './refusal';

export interface ZipEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: number;
  readonly size: number;
}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const encryptedFlag = 1;

const damaged = (): Refusal =>
  new Refusal(
    'document-unreadable',
    'The Word document is damaged or incomplete. Save it again and upload it once more.',
  );
export const unpacksTooLarge = (): Refusal =>
  new Refusal(
    'document-too-large',
    'The Word document unpacks to far more than a résumé holds. Save it again without large pictures, or as a PDF.',
  );

function findEnd(view: DataView): number {
  // The end record is 22 bytes long, and a comment of at most 65,535 bytes may follow it.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw damaged();
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryMark) throw damaged();
  if ((view.getUint16(at + 8, true) & encryptedFlag) !== 0)
    throw new Refusal(
      'document-encrypted',
      'The Word document is protected by a password. Save it without one and upload it again.',
    );
  const [packedSize, size, nameLength] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint16(at + 28, true),
  ];
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localMark) throw damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw damaged();
  const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return {
    entry: { name, packed: bytes.subarray(start, start + packedSize), method: view.getUint16(at + 10, true), size },
    next,
  };
}

/** The directory of a ZIP. Refuses too many entries and too much declared size; ZIP64 needs more than we allow anyway. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length < 22) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > documentLimits.zipEntries) throw unpacksTooLarge();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(view, bytes, at);
    entries.push(entry);
    at = next;
  }
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > documentLimits.zipBytes) throw unpacksTooLarge();
  return entries;
}

/** What an entry really holds; never more than it declares. */
export function unpack(entry: ZipEntry): Uint8Array {
  if (entry.method === 0) {
    if (entry.packed.length !== entry.size) throw damaged();
    return entry.packed;
  }
  if (entry.method !== 8) throw damaged();
  try {
    const bytes = inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, entry.size) });
    if (bytes.length !== entry.size) throw damaged();
    return bytes;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      ? unpacksTooLarge()
      : damaged();
  }
}
