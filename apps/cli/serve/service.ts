// One process of the product: started, watched, started again when it dies, stopped in order.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@bringup/platform';
import { projectRoot } from '../project-root';

const stopLimitMs = 8000;
const restartDelayMs = 1000;

export class Service {
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(
    private readonly name: string,
    private readonly script: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Resolves when the process has said `NAME ready`. @throws DomainError `service-failed` */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', this.script], {
      cwd: projectRoot,
      env: this.env,
      // The channel carries nothing; its end tells the process that the launcher is gone.
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // Ctrl-C reaches the launcher alone, which stops everything in order.
      detached: true,
    });
    this.child = child;
    await this.ready(child);
    child.once('exit', () => this.revive());
  }

  /** Ends the process as bad luck does; it is started again like any that died. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const late = sleep(stopLimitMs, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
    await Promise.race([ended, late.then(() => ended)]);
  }

  private async ready(child: ChildProcess): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) =>
        reject(
          new DomainError(
            'service-failed',
            `The ${this.name} stopped while starting (exit ${code ?? 'by signal'}); its own words are above.`,
          ),
        ),
      );
      child.stdout?.on('data', (chunk: Buffer) => {
        const text = chunk.toString();
        if (text.includes(`${this.name} ready`)) resolve();
        else process.stderr.write(text);
      });
    });
  }

  private revive(): void {
    if (this.stopping) return;
    process.stderr.write(`The ${this.name} died; starting it again.\n`);
    setTimeout(() => {
      if (this.stopping) return;
      this.start().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        this.revive();
      });
    }, restartDelayMs);
  }
}

/** Runs a program to its end and collects what it wrote. */
export async function runToEnd(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; text: string }> {
  const child = spawn(program, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  return { code, text };
}
