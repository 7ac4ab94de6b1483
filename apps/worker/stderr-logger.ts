// Nest's log lines, on stderr: stdout belongs to the one line that says the worker is ready.
import { ConsoleLogger, type LogLevel } from '@nestjs/common';

export class StderrLogger extends ConsoleLogger {
  protected override printMessages(messages: unknown[], context?: string, logLevel?: LogLevel): void {
    super.printMessages(messages, context, logLevel, 'stderr');
  }
}
