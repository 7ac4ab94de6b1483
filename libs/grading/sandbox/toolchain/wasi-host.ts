// The whole world of the compiler: WASI preview 1 over files in memory. No host file, clock, environment or random source exists in it.

/** Error numbers of WASI preview 1 (github.com/WebAssembly/WASI, phases/snapshot/docs.md, `errno`). */
const errno = {
  success: 0,
  badFile: 8,
  fileTooLarge: 22,
  invalid: 28,
  isDirectory: 31,
  noEntry: 44,
  notSupported: 52,
  notDirectory: 54,
};
const fileTypes = { characterDevice: 2, directory: 3, regular: 4 };
const openFlags = { create: 1, directory: 2, truncate: 8 };

/** Thrown through the WebAssembly frames when the program calls `exit`. */
export class WasiExit extends Error {
  constructor(readonly exitCode: number) {
    super(`exit ${exitCode}`);
  }
}

interface OpenFile {
  path: string;
  directory: boolean;
  position: number;
}

export interface WasiLimits {
  /** Bytes that the program may write to a file. */
  readonly fileBytes: number;
  /** Bytes of its streams that are kept; what comes after them is dropped, and the program does not notice. */
  readonly streamBytes: number;
  /** Bytes at the end of its streams that are kept as well. */
  readonly streamEndBytes: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** `/a/../b//c` becomes `b/c`; climbing above the root stays at the root. */
export function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Files by their path from the root, without a leading slash. */
export type FileTree = Map<string, Uint8Array>;

/** One run of a WASI command. Use once: `imports()` for the instance, `attach` its memory, `begin` before it asks for its arguments. */
export class WasiHost {
  readonly files: FileTree;
  private readonly directories = new Set<string>();
  private readonly open = new Map<number, OpenFile>();
  private readonly streams: Uint8Array[] = [];
  private streamLength = 0;
  private streamEnd = new Uint8Array();
  private nextDescriptor = 4;
  private memory: WebAssembly.Memory | null = null;
  private argumentBytes: Uint8Array[] = [];
  /** The program tried to write a larger file than it may. */
  overflowed = false;

  constructor(
    files: ReadonlyMap<string, Uint8Array>,
    private readonly limits: WasiLimits,
  ) {
    this.files = new Map();
    this.addFiles(files);
    this.directories.add('');
    this.open.set(3, { path: '', directory: true, position: 0 });
  }

  begin(args: readonly string[], files: ReadonlyMap<string, Uint8Array>): void {
    this.argumentBytes = args.map((arg) => encoder.encode(`${arg}\0`));
    this.addFiles(files);
  }

  addFiles(files: ReadonlyMap<string, Uint8Array>): void {
    for (const [path, bytes] of files) {
      this.files.set(path, bytes);
      for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) this.directories.add(path.slice(0, at));
    }
  }

  attach(memory: WebAssembly.Memory): void {
    this.memory = memory;
  }

  /** What the program wrote to its standard output and error, in order; in a new line after a gap its end, when it wrote more than is kept. */
  streamText(): string {
    const start = decoder.decode(Buffer.concat(this.streams));
    return this.streamEnd.length === 0 ? start : `${start}\n${decoder.decode(this.streamEnd)}`;
  }

  private view(): DataView {
    if (!this.memory) throw new Error('The WASI host has no memory yet.');
    return new DataView(this.memory.buffer);
  }

  private bytes(address: number, length: number): Uint8Array {
    if (!this.memory) throw new Error('The WASI host has no memory yet.');
    return new Uint8Array(this.memory.buffer, address >>> 0, length >>> 0);
  }

  /** The path that a program names, from the root; null when it starts at something that is no folder. */
  path(descriptor: number, address: number, length: number): string | null {
    const base = this.open.get(descriptor);
    if (!base?.directory) return null;
    return normalisePath(`${base.path}/${decoder.decode(this.bytes(address, length))}`);
  }

  private writeStat(address: number, type: number, size: number, inode: number): void {
    const view = this.view();
    view.setBigUint64(address, 1n, true);
    view.setBigUint64(address + 8, BigInt(inode), true);
    view.setUint8(address + 16, type);
    view.setBigUint64(address + 24, 1n, true);
    view.setBigUint64(address + 32, BigInt(size), true);
    for (const offset of [40, 48, 56]) view.setBigUint64(address + offset, 0n, true);
  }

  private inodeOf(path: string): number {
    let hash = 0x811c9dc5;
    for (const byte of encoder.encode(path)) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0) + 1;
  }

  private statPath(path: string, address: number): number {
    const file = this.files.get(path);
    if (file) this.writeStat(address, fileTypes.regular, file.length, this.inodeOf(path));
    else if (this.directories.has(path)) this.writeStat(address, fileTypes.directory, 0, this.inodeOf(path));
    else return errno.noEntry;
    return errno.success;
  }

  private openPath(descriptor: number, address: number, length: number, flags: number, resultAddress: number): number {
    const path = this.path(descriptor, address, length);
    if (path === null) return errno.badFile;
    const isDirectory = this.directories.has(path);
    if (flags & openFlags.directory && !isDirectory) return this.files.has(path) ? errno.notDirectory : errno.noEntry;
    if (!isDirectory && !this.files.has(path)) {
      if (!(flags & openFlags.create)) return errno.noEntry;
      this.files.set(path, new Uint8Array());
    } else if (flags & openFlags.truncate) {
      this.files.set(path, new Uint8Array());
    }
    const opened = this.nextDescriptor++;
    this.open.set(opened, { path, directory: isDirectory, position: 0 });
    this.view().setUint32(resultAddress, opened, true);
    return errno.success;
  }

  private read(descriptor: number, vectors: number, count: number, resultAddress: number, at: number | null): number {
    if (descriptor === 0) {
      this.view().setUint32(resultAddress, 0, true);
      return errno.success;
    }
    const file = this.open.get(descriptor);
    const data = file && this.files.get(file.path);
    if (!file || !data) return errno.badFile;
    const view = this.view();
    let position = at ?? file.position;
    const start = position;
    for (let i = 0; i < count; i++) {
      const piece = data.subarray(position, position + view.getUint32(vectors + i * 8 + 4, true));
      this.bytes(view.getUint32(vectors + i * 8, true), piece.length).set(piece);
      position += piece.length;
    }
    if (at === null) file.position = position;
    view.setUint32(resultAddress, position - start, true);
    return errno.success;
  }

  private writeStream(piece: Uint8Array): void {
    const room = this.limits.streamBytes - this.streamLength;
    this.streamLength += piece.length;
    if (room > 0) this.streams.push(piece.slice(0, room));
    const rest = piece.subarray(Math.max(0, room));
    if (rest.length > 0)
      this.streamEnd = new Uint8Array(Buffer.concat([this.streamEnd, rest]).subarray(-this.limits.streamEndBytes));
  }

  private writeFile(file: OpenFile, piece: Uint8Array): boolean {
    const old = this.files.get(file.path) ?? new Uint8Array();
    const end = file.position + piece.length;
    if (end > this.limits.fileBytes) {
      this.overflowed = true;
      return false;
    }
    let data = old;
    if (end > old.length) {
      // The view grows inside a buffer of twice the size, so that many small writes stay linear.
      const roomy =
        old.byteOffset === 0 && old.buffer.byteLength >= end ? old.buffer : new ArrayBuffer(Math.max(end * 2, 4096));
      data = new Uint8Array(roomy, 0, end);
      if (roomy !== old.buffer) data.set(old);
    }
    data.set(piece, file.position);
    file.position = end;
    this.files.set(file.path, data);
    return true;
  }

  private write(descriptor: number, vectors: number, count: number, resultAddress: number): number {
    const view = this.view();
    const file = this.open.get(descriptor);
    if (descriptor > 2 && (!file || file.directory)) return errno.badFile;
    let written = 0;
    for (let i = 0; i < count; i++) {
      const piece = this.bytes(view.getUint32(vectors + i * 8, true), view.getUint32(vectors + i * 8 + 4, true));
      if (!file) this.writeStream(piece);
      else if (!this.writeFile(file, piece)) return errno.fileTooLarge;
      written += piece.length;
    }
    view.setUint32(resultAddress, written, true);
    return errno.success;
  }

  private seek(descriptor: number, offset: bigint, whence: number, resultAddress: number): number {
    const file = this.open.get(descriptor);
    if (!file || file.directory) return errno.badFile;
    const size = this.files.get(file.path)?.length ?? 0;
    const position = Number(offset) + (whence === 0 ? 0 : whence === 1 ? file.position : size);
    if (position < 0) return errno.invalid;
    file.position = position;
    this.view().setBigUint64(resultAddress, BigInt(position), true);
    return errno.success;
  }

  private describe(descriptor: number, address: number): number {
    const file = this.open.get(descriptor);
    if (!file && descriptor > 2) return errno.badFile;
    const view = this.view();
    view.setUint8(
      address,
      !file ? fileTypes.characterDevice : file.directory ? fileTypes.directory : fileTypes.regular,
    );
    view.setUint8(address + 1, 0);
    view.setUint16(address + 2, 0, true);
    view.setBigUint64(address + 8, 0xffffffffn, true);
    view.setBigUint64(address + 16, 0xffffffffn, true);
    return errno.success;
  }

  private rename(from: string | null, to: string | null): number {
    const data = from === null ? undefined : this.files.get(from);
    if (from === null || to === null || !data) return errno.noEntry;
    this.files.delete(from);
    this.files.set(to, data);
    return errno.success;
  }

  private truncate(descriptor: number, size: bigint): number {
    const file = this.open.get(descriptor);
    const data = file && this.files.get(file.path);
    if (!file || !data) return errno.badFile;
    if (size > BigInt(this.limits.fileBytes)) return errno.fileTooLarge;
    const resized = new Uint8Array(Number(size));
    resized.set(data.subarray(0, resized.length));
    this.files.set(file.path, resized);
    return errno.success;
  }

  private copyArguments(pointers: number, buffer: number): number {
    const view = this.view();
    let at = buffer;
    this.argumentBytes.forEach((arg, i) => {
      view.setUint32(pointers + i * 4, at, true);
      this.bytes(at, arg.length).set(arg);
      at += arg.length;
    });
    return errno.success;
  }

  private pair(firstAddress: number, first: number, secondAddress: number, second: number): number {
    this.view().setUint32(firstAddress, first, true);
    this.view().setUint32(secondAddress, second, true);
    return errno.success;
  }

  /** The functions of `wasi_snapshot_preview1`. */
  imports(): Record<string, (...args: never[]) => unknown> {
    return { ...this.processImports(), ...this.descriptorImports(), ...this.pathImports() };
  }

  private processImports(): Record<string, (...args: never[]) => unknown> {
    return {
      args_sizes_get: (count: number, size: number) =>
        this.pair(
          count,
          this.argumentBytes.length,
          size,
          this.argumentBytes.reduce((sum, arg) => sum + arg.length, 0),
        ),
      args_get: (pointers: number, buffer: number) => this.copyArguments(pointers, buffer),
      environ_sizes_get: (count: number, size: number) => this.pair(count, 0, size, 0),
      environ_get: () => errno.success,
      clock_time_get: (_clock: number, _precision: bigint, address: number) => {
        this.view().setBigUint64(address, 0n, true);
        return errno.success;
      },
      random_get: (address: number, length: number) => {
        this.bytes(address, length).fill(0x5a);
        return errno.success;
      },
      poll_oneoff: () => errno.notSupported,
      proc_exit: (exitCode: number) => {
        throw new WasiExit(exitCode);
      },
    };
  }

  private descriptorImports(): Record<string, (...args: never[]) => unknown> {
    return {
      fd_close: (descriptor: number) => (this.open.delete(descriptor) ? errno.success : errno.badFile),
      fd_fdstat_get: (descriptor: number, address: number) => this.describe(descriptor, address),
      fd_filestat_get: (descriptor: number, address: number) => {
        const file = this.open.get(descriptor);
        if (file) return this.statPath(file.path, address);
        if (descriptor > 2) return errno.badFile;
        this.writeStat(address, fileTypes.characterDevice, 0, descriptor + 1);
        return errno.success;
      },
      fd_filestat_set_size: (descriptor: number, size: bigint) => this.truncate(descriptor, size),
      fd_filestat_set_times: () => errno.success,
      fd_pread: (descriptor: number, vectors: number, count: number, offset: bigint, result: number) =>
        this.read(descriptor, vectors, count, result, Number(offset)),
      fd_read: (descriptor: number, vectors: number, count: number, result: number) =>
        this.read(descriptor, vectors, count, result, null),
      fd_readdir: (_descriptor: number, _buffer: number, _length: number, _cookie: bigint, result: number) => {
        this.view().setUint32(result, 0, true);
        return errno.success;
      },
      fd_seek: (descriptor: number, offset: bigint, whence: number, result: number) =>
        this.seek(descriptor, offset, whence, result),
      fd_write: (descriptor: number, vectors: number, count: number, result: number) =>
        this.write(descriptor, vectors, count, result),
      fd_prestat_get: (descriptor: number, address: number) => {
        if (descriptor !== 3) return errno.badFile;
        return this.pair(address, 0, address + 4, 1);
      },
      fd_prestat_dir_name: (_descriptor: number, address: number) => {
        this.bytes(address, 1)[0] = 0x2f;
        return errno.success;
      },
    };
  }

  private pathImports(): Record<string, (...args: never[]) => unknown> {
    return {
      path_open: (
        descriptor: number,
        _lookup: number,
        address: number,
        length: number,
        flags: number,
        _rights: bigint,
        _inheriting: bigint,
        _descriptorFlags: number,
        result: number,
      ) => this.openPath(descriptor, address, length, flags, result),
      path_filestat_get: (descriptor: number, _flags: number, address: number, length: number, result: number) => {
        const path = this.path(descriptor, address, length);
        return path === null ? errno.badFile : this.statPath(path, result);
      },
      path_unlink_file: (descriptor: number, address: number, length: number) => {
        const path = this.path(descriptor, address, length);
        return path !== null && this.files.delete(path) ? errno.success : errno.noEntry;
      },
      path_rename: (
        from: number,
        fromAddress: number,
        fromLength: number,
        to: number,
        toAddress: number,
        toLength: number,
      ) => this.rename(this.path(from, fromAddress, fromLength), this.path(to, toAddress, toLength)),
      path_create_directory: () => errno.notSupported,
      path_link: () => errno.notSupported,
      path_readlink: () => errno.invalid,
      path_remove_directory: () => errno.notSupported,
      path_symlink: () => errno.notSupported,
    };
  }
}
