// Child process: compiles C. Loads the toolchain once, then serves compile jobs.
import { join } from 'node:path';
import { dieExhausted, serve } from '../pool/serve';
import { type CompileJob } from '../sandbox';
import { SourceCompiler } from './compile-source';
import { GuardStop } from './guard-stop';
import { systemHeaders } from './headers';
import { Llvm } from './llvm';
import { countedCompiler } from './load-compiler';

/** The checks of what was just compiled run meanwhile, and want the processors. */
const quietMilliseconds = 50;

function dieOfGuard(error: unknown): never {
  if (error instanceof GuardStop) dieExhausted();
  throw error;
}

async function start(toolchainFolder: string): Promise<void> {
  const headers = systemHeaders(join(toolchainFolder, 'llvm-resources.tar'));
  const llvm = await Llvm.load(countedCompiler(toolchainFolder, __dirname), headers);
  const compiler = new SourceCompiler(llvm);
  serve({
    run: async (job) => {
      const result = await compiler.compile(job as CompileJob).catch(dieOfGuard);
      if (result.status !== 'ok') return result;
      const { program } = result;
      return {
        ...result,
        program: {
          ...program,
          module: Buffer.from(program.module).toString('base64'),
          guardedModule: Buffer.from(program.guardedModule).toString('base64'),
        },
      };
    },
    rest: () => compiler.rest(),
    restAfterMilliseconds: quietMilliseconds,
  });
}

start(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
