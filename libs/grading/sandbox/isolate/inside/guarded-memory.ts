// The two memories in which all guarded checks of a job run, one after another: the program's, and the map of what it may touch.
import { meterExports } from '../../metering/meter-exports';
import { type Imports } from './instance';
import { type Region } from './memory-map';

const pageBytes = 65_536;

/**
 * Clears between two programs what the first one could write: what lies outside of the regions that it was given it could not
 * touch, so after clearing them the memory is as new.
 */
export class GuardedMemory {
  readonly imports: Imports[string];
  private readonly bytes: Uint8Array;
  private readonly map: Uint8Array;
  private given: Region[] = [];

  constructor(engine: typeof WebAssembly, memoryBytes: number) {
    const pages = Math.ceil(memoryBytes / pageBytes);
    const memory = new engine.Memory({ initial: pages, maximum: pages });
    const access = new engine.Memory({ initial: pages, maximum: pages });
    this.imports = { [meterExports.memory]: memory, [meterExports.access]: access };
    this.bytes = new Uint8Array(memory.buffer);
    this.map = new Uint8Array(access.buffer);
  }

  clear(): void {
    for (const { start, end } of this.given) {
      this.bytes.fill(0, start, end);
      this.map.fill(0, start, end);
    }
    this.given = [];
  }

  give(region: Region): void {
    this.map.fill(region.bits, region.start, region.end);
    this.given.push(region);
  }
}
