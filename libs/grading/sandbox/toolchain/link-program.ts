// Links a candidate's object with the harness: here when the program is a usual one, else with wasm-ld.
import { type CompileJob } from '../sandbox';
import { ModuleError } from '../wasm/bytes';
import { readLinkMap } from './linker/link-map';
import { type LinkedProgram, type LinkOptions, type linkObjects } from './linker/link-objects';
import { type LinkObject, readLinkObject } from './linker/read-object';
import { Unusual } from './linker/unusual';
import { type Llvm, type ToolRun } from './llvm';
import { encodedType } from './refuse-object';
import { type FileTree } from './wasi-host';

export interface HarnessObject {
  readonly bytes: Uint8Array;
  readonly parsed: LinkObject;
}

export interface LinkJob {
  readonly job: CompileJob;
  /** The candidate's. */
  readonly object: Uint8Array;
  /** By file name. */
  readonly harness: ReadonlyMap<string, HarnessObject>;
  /** Functions that stay callable. */
  readonly exports: readonly string[];
}

/** wasm-ld made no program: what it said. */
export class LinkFailure extends Error {
  constructor(readonly run: ToolRun) {
    super(run.output);
  }
}

const candidateFile = 'candidate.o';
const programFile = 'program.wasm';
const mapFile = 'program.map';
const devicesFile = 'devices.txt';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function optionsOf({ job, exports }: LinkJob): LinkOptions {
  return {
    exports,
    stackBytes: Math.ceil(job.stackBytes / 16) * 16,
    devices: new Map((job.devices ?? []).map((device) => [device.name, encodedType(device)])),
  };
}

/** Null when wasm-ld must look at it. */
function linkUsual(linkJob: LinkJob, linkHere: typeof linkObjects): LinkedProgram | null {
  try {
    const objects = [...[...linkJob.harness.values()].map(({ parsed }) => parsed), readLinkObject(linkJob.object)];
    return linkHere(objects, optionsOf(linkJob));
  } catch (error) {
    if (error instanceof Unusual || error instanceof ModuleError) return null;
    throw error;
  }
}

function linkerArguments(objects: readonly string[], { exports, stackBytes, devices }: LinkOptions): string[] {
  return [
    ...['wasm-ld', ...objects, '-o', programFile, `-Map=${mapFile}`, '--no-entry', '--stack-first'],
    ...['-z', `stack-size=${stackBytes}`, '-O2', '--no-demangle', '--error-limit=0'],
    ...exports.map((name) => `--export=${name}`),
    ...['--export=__heap_base', '--export=__data_end', '--export=__global_base'],
    ...(devices.size > 0 ? [`--allow-undefined-file=${devicesFile}`] : []),
  ];
}

async function linkAny(llvm: Llvm, linkJob: LinkJob): Promise<LinkedProgram> {
  const { object, harness } = linkJob;
  const options = optionsOf(linkJob);
  // The harness first, so that a harness function comes before a weak one of the candidate's with the same name.
  const objects: FileTree = new Map([...harness].map(([name, { bytes }]) => [name, bytes]));
  objects.set(candidateFile, object);
  const devices = encoder.encode([...options.devices.keys()].map((name) => `${name}\n`).join(''));
  const run = await llvm.run(
    linkerArguments([...objects.keys()], options),
    new Map([...objects, [devicesFile, devices]]),
  );
  const bytes = run.files.get(programFile);
  const map = run.files.get(mapFile);
  if (run.crash !== null || run.overflowed || run.exitCode !== 0 || !bytes || !map) throw new LinkFailure(run);
  const origin = readLinkMap(decoder.decode(map), new Map([...harness].map(([name, { parsed }]) => [name, parsed])));
  return { bytes: bytes.slice(), ...origin };
}

/**
 * @param linkHere makes what wasm-ld would make, or throws `Unusual`: then wasm-ld does it
 * @throws LinkFailure
 */
export async function linkProgram(llvm: Llvm, linkJob: LinkJob, linkHere: typeof linkObjects): Promise<LinkedProgram> {
  return linkUsual(linkJob, linkHere) ?? linkAny(llvm, linkJob);
}
