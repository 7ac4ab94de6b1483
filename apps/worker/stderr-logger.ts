// Nest's log lines, on stderr: stdout belongs to the one line that says the worker is ready.
import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** Nest's own start-up lines tell an operator nothing. */
const frameworkContexts = new Set(['NestFactory', 'InstanceLoader']);

export class StderrLogger extends ConsoleLogger {
  protected override printMessages(messages: unknown[], context?: string, logLevel?: LogLevel): void {
    if (logLevel === 'log' && frameworkContexts.has(context ?? '')) return;
    super.printMessages(messages, context, logLevel, 'stderr');
  }
}
