// What a command of the operator's and task author's tool looks like.

/** Where a command writes: one document or text on stdout, progress and errors on stderr. */
export interface Output {
  /** Prints one JSON document on stdout. */
  json(document: unknown): void;
  /** Prints lines for a person on stdout. */
  text(text: string): void;
  /** Prints progress or a warning on stderr. */
  log(text: string): void;
}

/** One command; `run` gets the arguments after its name and resolves to the exit code: 0 did its work, 1 found a fault, 2 bad arguments. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  run(args: string[], output: Output): Promise<number>;
}

/** Bad arguments: the message is printed as one line and the exit code is 2. */
export class UsageError extends Error {}
