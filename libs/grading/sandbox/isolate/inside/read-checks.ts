// Reads the list of checks that an author's module exports, as input that nobody believes: each property once, then never again.
import { itemsOf, membersOf, NotPlain, pathText, textFault } from './plain-data';

export interface AuthorCheck {
  readonly id: string;
  readonly visible: boolean;
  readonly title: string;
  readonly lesson: string;
  readonly points: number;
  /** False: the program is not looked at access by access but afterwards, for the heavy check behind a budget. */
  readonly guarded: boolean;
  /** Of checks.js, from 1: where the check stands. */
  readonly line: number;
  run(t: unknown, parameters: unknown): unknown;
}

/** What a task's own file says of its checks. */
export interface ChecksOfTask {
  /** What all checks are worth together. */
  readonly points: number;
  /** The checks in which budgets are measured. */
  readonly budgetChecks: readonly string[];
}

/** The list is none that can be graded by, whatever the program does. */
export class ListFault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const mostChecks = 500;
const mostPoints = 1000;
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const known = ['id', 'visible', 'title', 'lesson', 'points', 'guarded', 'run'];

const hundredths = (points: number): number => Math.round(points * 100);

function pointsFault(points: unknown): string | null {
  const rule = `it needs points above zero, in hundredths at the finest, ${mostPoints} at most`;
  if (typeof points !== 'number') return `points that are no number: ${rule}`;
  const isFine = points > 0 && points <= mostPoints && Number.isInteger(Math.round(points * 1e6) / 1e4);
  return isFine ? null : `points of ${points}: ${rule}`;
}

/** The lines on which things stand in the text of checks.js. */
class Lines {
  constructor(private readonly source: string) {}

  private at(index: number): number {
    return this.source.slice(0, index).split('\n').length;
  }

  list(): number {
    const exported = this.source.search(/\bexport\b[^;\n]*\bchecks\b/);
    return this.at(Math.max(0, exported < 0 ? this.source.search(/\bchecks\b/) : exported));
  }

  /** Where the id of a check is written down; else where its function is; else where the list is. */
  check(id: unknown, run: unknown): number {
    const ids = typeof id === 'string' ? [`'${id}'`, `"${id}"`, `\`${id}\``] : [];
    const written = ids.map((text) => this.source.indexOf(text)).filter((index) => index >= 0);
    if (written.length > 0) return this.at(Math.min(...written));
    const index = typeof run === 'function' ? this.source.indexOf(Function.prototype.toString.call(run)) : -1;
    return index < 0 ? this.list() : this.at(index);
  }
}

type RunOfCheck = (this: unknown, t: unknown, parameters: unknown) => unknown;

const isRun = (value: unknown): value is RunOfCheck => typeof value === 'function';

function text(value: unknown, name: string, most: number): string {
  if (typeof value !== 'string') throw new TypeError(`a ${name} that is no text: give it one`);
  if (value.length > most) throw new TypeError(`a ${name} of ${value.length} characters: give it at most ${most}`);
  const fault = textFault(value);
  if (fault !== null) throw new TypeError(`a ${name} that ${fault}`);
  return value;
}

/** @throws TypeError that ends the sentence “this check has …”, NotPlain */
function checkOf(value: object, members: ReadonlyMap<string, unknown>, line: number): AuthorCheck {
  const [id, visible, points, guarded, run] = ['id', 'visible', 'points', 'guarded', 'run'].map((name) =>
    members.get(name),
  );
  const stray = [...members.keys()].find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new TypeError(`a member ${stray.slice(0, 100)}, which no check has: remove it or mend its name`);
  if (typeof id !== 'string' || !idPattern.test(id))
    throw new TypeError('no id of letters, digits, dots and dashes: give it one');
  if (typeof visible !== 'boolean') throw new TypeError('no visible: say true or false');
  if (guarded !== undefined && typeof guarded !== 'boolean')
    throw new TypeError('a guarded that is neither true nor false: say one of them, or nothing');
  if (!isRun(run)) throw new TypeError('no function run: give it one');
  const fault = pointsFault(points);
  if (fault !== null) throw new TypeError(fault);
  return {
    ...{ id, visible, line },
    title: text(members.get('title'), 'title', 1000),
    lesson: members.has('lesson') ? text(members.get('lesson'), 'lesson', 4000) : '',
    points: hundredths(Number(points)) / 100,
    guarded: guarded !== false,
    run: (t, parameters) => run.call(value, t, parameters),
  };
}

function asCheck(value: unknown, index: number, lines: Lines): AuthorCheck {
  let line = lines.list();
  try {
    if (typeof value !== 'object' || value === null) throw new NotPlain([], 'is no object: give id, points, run …');
    const members = membersOf(value, []);
    line = lines.check(members.get('id'), members.get('run'));
    return checkOf(value, members, line);
  } catch (error) {
    if (error instanceof NotPlain)
      throw new ListFault(line, `${pathText(['checks', index, ...error.path])} ${error.what}`);
    throw new ListFault(line, `checks[${index}] has ${error instanceof Error ? error.message : 'no form'}`);
  }
}

function listFault(checks: readonly AuthorCheck[], task: ChecksOfTask | null, lines: Lines): ListFault | null {
  if (checks.length === 0)
    return new ListFault(lines.list(), 'the list named checks is empty: give at least one check');
  const ids = checks.map(({ id }) => id);
  const twice = checks.find(({ id }, index) => ids.indexOf(id) < index);
  if (twice) return new ListFault(twice.line, `two checks have the id ${twice.id}: give each its own`);
  if (!task) return null;
  const missing = task.budgetChecks.find((id) => !ids.includes(id));
  if (missing !== undefined)
    return new ListFault(
      lines.list(),
      `there is no check ${missing}, in which task.yaml measures a budget: name one of ${ids.join(', ')}`,
    );
  const sum = checks.reduce((total, { points }) => total + hundredths(points), 0);
  if (sum === hundredths(task.points)) return null;
  return new ListFault(
    lines.list(),
    `the checks are worth ${sum / 100} points, and task.yaml leaves ${task.points} for them beside its budgets: make both agree`,
  );
}

/**
 * The checks of a scope.
 * @param source the text of checks.js, for the lines of faults
 * @throws ListFault that says what is wrong with the author's list, and where
 */
export function readChecks(
  exported: unknown,
  source: string,
  scope: 'visible' | 'all',
  task: ChecksOfTask | null,
): AuthorCheck[] {
  const lines = new Lines(source);
  if (!Array.isArray(exported)) throw new ListFault(lines.list(), 'checks.js must export a list named checks');
  let items: unknown[];
  try {
    items = itemsOf(exported, mostChecks, ['checks']);
  } catch (error) {
    if (error instanceof NotPlain) throw new ListFault(lines.list(), `${pathText(error.path)} ${error.what}`);
    throw error;
  }
  const all = items.map((item, index) => asCheck(item, index, lines));
  const fault = listFault(all, task, lines);
  if (fault) throw fault;
  return scope === 'all' ? all : all.filter((check) => check.visible);
}
