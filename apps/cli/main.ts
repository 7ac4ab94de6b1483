// The operator's and task author's command: finds the command by name and turns its faults into one clear line.
import { DomainError } from '@bringup/platform';
import { type Command, type Output, UsageError } from './command';

/** Loaded on demand so that `tasks list` does not pay for the database or the compiler. */
const loaders: Record<string, () => Promise<{ command: Command }>> = {
  tasks: async () => import('./commands/tasks.js'),
  grade: async () => import('./commands/grade.js'),
  score: async () => import('./commands/score.js'),
  demo: async () => import('./commands/demo.js'),
  people: async () => import('./commands/people.js'),
  serve: async () => import('./commands/serve.js'),
  bench: async () => import('./commands/bench.js'),
  load: async () => import('./commands/load.js'),
};

const output: Output = {
  json: (document) => process.stdout.write(`${JSON.stringify(document, null, 2)}\n`),
  text: (text) => process.stdout.write(`${text}\n`),
  log: (text) => process.stderr.write(`${text}\n`),
};

async function usage(): Promise<string> {
  const commands = await Promise.all(Object.values(loaders).map(async (load) => (await load()).command));
  return ['Usage: npm run -s cli -- COMMAND …', ...commands.map((c) => `  ${c.name.padEnd(8)}${c.summary}`)].join('\n');
}

async function run(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help') {
    output.text(await usage());
    return 0;
  }
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (!load) throw new UsageError(`There is no command "${name}". Known: ${Object.keys(loaders).join(', ')}.`);
  const { command } = await load();
  if (rest.includes('--help')) {
    output.text(command.usage);
    return 0;
  }
  return command.run(rest, output);
}

function exitCodeOf(error: unknown): number {
  const isArgumentFault =
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (isArgumentFault || error instanceof DomainError) {
    output.log(`bringup: ${error.message.split('\n')[0]}`);
    return isArgumentFault || (error instanceof DomainError && error.code.endsWith('-not-found')) ? 2 : 1;
  }
  output.log(`bringup: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}

run(process.argv.slice(2))
  .catch(exitCodeOf)
  .then(
    (code) => {
      process.exitCode = code;
    },
    () => {
      process.exitCode = 1;
    },
  );
