// Child process: runs checks and author JavaScript, each job in a fresh isolate.
import ivm from 'isolated-vm';
import { dieExhausted, serve } from '../pool/serve';
import { authorFile, failureOf } from './author-failure';
import { importMemories } from './import-memories';
import { isolateScript } from './isolate-script';
import { ProgressBatch } from './progress-batch';
import { rehearsalJob } from './rehearsal';
import { type RunnerChecksJob, type RunnerEvaluateJob } from './runner-jobs';

/** Of JavaScript heap of an isolate. Time has no limit in here: the parent watches the processor time of this process. */
const isolateMegabytes = Number(process.argv[2]);

const script = isolateScript();
const rehearsal = rehearsalJob();

interface Room {
  readonly isolate: ivm.Isolate;
  readonly context: ivm.Context;
  readonly entry: ivm.Reference;
  hasRehearsed: boolean;
}

function newRoom(): Room {
  const isolate = new ivm.Isolate({
    memoryLimit: isolateMegabytes,
    // V8 has run out of memory in a way that it cannot unwind from: only the death of the process is safe.
    onCatastrophicError: dieExhausted,
  });
  const context = isolate.createContextSync();
  const entry = context.evalSync(script, { reference: true });
  return { isolate, context, entry, hasRehearsed: false };
}

let spare: Room | null = newRoom();

function takeRoom(): Room {
  const room = spare ?? newRoom();
  spare = null;
  return room;
}

async function loadAuthorModule(room: Room, source: string): Promise<ivm.Reference> {
  const module = room.isolate.compileModuleSync(source, { filename: authorFile });
  module.instantiateSync(room.context, (name: string) => {
    throw new Error(`a task cannot import "${name}"`);
  });
  // Not the Sync form: the main thread must be free to hear that the isolate has run out of memory.
  await module.evaluate();
  return module.namespace;
}

function bytesInto(module: Uint8Array): ivm.Copy<ArrayBuffer> {
  const copy = new ivm.ExternalCopy(new Uint8Array(module).buffer);
  return copy.copyInto({ release: true, transferIn: true });
}

async function runChecks(room: Room, job: RunnerChecksJob, progress: (progress: unknown) => void): Promise<unknown> {
  const namespace = await loadAuthorModule(room, job.checksSource);
  const run = room.entry.getSync('runChecks', { reference: true });
  const { layout, seed, scope } = job;
  const details = {
    layout,
    parametersText: JSON.stringify(job.parameters),
    seed,
    scope,
    unitLimit: job.instructionLimit,
    source: job.checksSource,
    task: job.task ?? null,
  };
  const batch = new ProgressBatch(progress);
  const report = new ivm.Reference((check: number, of: number) => batch.add(check, of));
  // One call for all checks: each hop between threads costs as much as a small check.
  const plain = Buffer.from(job.module, 'base64');
  const guarded = importMemories(Buffer.from(job.guardedModule, 'base64'));
  const args = [
    namespace.derefInto(),
    bytesInto(plain),
    bytesInto(guarded),
    new ivm.ExternalCopy(details).copyInto(),
    report,
  ];
  try {
    const checks: unknown = await run.apply(undefined, args, { result: { copy: true } });
    return Array.isArray(checks) ? { status: 'ok', checks } : { status: 'refused', ...refusalOf(checks) };
  } finally {
    batch.close();
  }
}

const refusalOf = (result: unknown): object => (result as { refused: { reason: string; line: number } }).refused;

async function evaluate(room: Room, job: RunnerEvaluateJob): Promise<unknown> {
  const namespace = await loadAuthorModule(room, job.source);
  const call = room.entry.getSync('evaluate', { reference: true });
  const args = [namespace.derefInto(), job.call, JSON.stringify(job.args), job.seedText];
  const text: unknown = await call.apply(undefined, args, { result: { copy: true } });
  const { value, unfit } = JSON.parse(String(text)) as { value?: unknown; unfit?: { path: unknown; what: string } };
  if (unfit) return { status: 'failed', reason: unfit.what, line: null, path: unfit.path };
  return { status: 'ok', value: value ?? null };
}

/** Runs a program of ours under checks of ours, so that V8 has compiled what every job needs before the job comes. */
async function rehearse(room: Room): Promise<void> {
  if (room.hasRehearsed) return;
  room.hasRehearsed = true;
  await runChecks(room, rehearsal, () => undefined);
}

/** The next job gets a room that has not rehearsed: slower, and as good. */
function dropSpare(): void {
  const room = spare;
  spare = null;
  if (room && !room.isolate.isDisposed) room.isolate.dispose();
}

serve({
  run: async (message, progress) => {
    const job = message as RunnerChecksJob | RunnerEvaluateJob;
    const room = takeRoom();
    try {
      return await (job.kind === 'checks' ? runChecks(room, job, progress) : evaluate(room, job));
    } catch (error) {
      // The isolate is gone when its memory was used up, and memory is a guard.
      if (room.isolate.isDisposed) dieExhausted();
      return { status: 'failed', ...failureOf(error) };
    } finally {
      // After the answer has left, and before the next job is looked at.
      setImmediate(() => {
        if (!room.isolate.isDisposed) room.isolate.dispose();
      });
    }
  },
  rest: async () => {
    spare ??= newRoom();
    await rehearse(spare).catch(dropSpare);
  },
});
