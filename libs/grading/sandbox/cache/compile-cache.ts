// Keeps what was compiled, by the hash of everything that went in: the newest in memory, all in a folder when there is one.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CompileResult } from '../sandbox';

const mostEntries = 500;

export class CompileCache {
  /** In the order of use, oldest first. */
  private readonly entries = new Map<string, CompileResult>();
  private hits = 0;
  private misses = 0;

  constructor(private readonly folder: string | null) {}

  async find(key: string): Promise<CompileResult | null> {
    const found = this.entries.get(key) ?? (await this.readFile(key));
    if (!found) {
      this.misses++;
      return null;
    }
    this.hits++;
    this.remember(key, found);
    return found;
  }

  async keep(key: string, result: CompileResult): Promise<void> {
    this.remember(key, result);
    if (this.folder === null) return;
    const text = JSON.stringify(result, (_, value: unknown) =>
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    );
    try {
      await mkdir(this.folder, { recursive: true });
      const temporary = join(this.folder, `${key}.${process.pid}.part`);
      await writeFile(temporary, text);
      await rename(temporary, this.path(key));
    } catch {
      // A full or read-only disk costs speed and nothing else.
    }
  }

  counts(): { entries: number; hits: number; misses: number } {
    return { entries: this.entries.size, hits: this.hits, misses: this.misses };
  }

  private path(key: string): string {
    return join(this.folder ?? '', `${key}.json`);
  }

  private remember(key: string, result: CompileResult): void {
    this.entries.delete(key);
    this.entries.set(key, result);
    const [oldest] = this.entries.keys();
    if (this.entries.size > mostEntries && oldest !== undefined) this.entries.delete(oldest);
  }

  private async readFile(key: string): Promise<CompileResult | null> {
    if (this.folder === null) return null;
    try {
      const text = await readFile(this.path(key), 'utf8');
      return JSON.parse(text, (_, value: unknown) =>
        typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'
          ? new Uint8Array(Buffer.from(value.base64, 'base64'))
          : value,
      ) as CompileResult;
    } catch {
      return null;
    }
  }
}
