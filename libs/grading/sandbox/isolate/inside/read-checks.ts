// Reads the list of checks that an author's module exports.

export interface AuthorCheck {
  readonly id: string;
  readonly visible: boolean;
  readonly title: string;
  readonly lesson: string;
  readonly points: number;
  /** False: the program is not looked at access by access but afterwards, for the heavy check behind a budget. */
  readonly guarded: boolean;
  run(t: unknown, parameters: unknown): unknown;
}

const isPoints = (points: unknown): points is number =>
  typeof points === 'number' && points > 0 && Number.isInteger(Math.round(points * 1e6) / 1e4);

function asCheck(value: unknown, index: number): AuthorCheck {
  const check = (typeof value === 'object' && value !== null ? value : {}) as Partial<AuthorCheck>;
  const { id, visible, title, lesson, points, guarded, run } = check;
  if (typeof id !== 'string' || typeof visible !== 'boolean' || typeof title !== 'string' || typeof run !== 'function')
    throw new TypeError(`checks[${index}] needs id, visible, title, lesson, points and run`);
  if (!isPoints(points)) throw new TypeError(`checks[${index}] needs points above zero, in hundredths at the finest`);
  return {
    id: id.slice(0, 200),
    visible,
    title: title.slice(0, 1000),
    lesson: typeof lesson === 'string' ? lesson.slice(0, 4000) : '',
    points,
    guarded: guarded !== false,
    run: (t, p) => run.call(check, t, p),
  };
}

/** The checks of a scope. @throws TypeError that says what is wrong with the author's list */
export function readChecks(namespace: { checks?: unknown }, scope: 'visible' | 'all'): AuthorCheck[] {
  if (!Array.isArray(namespace.checks)) throw new TypeError('checks.js must export a list named checks');
  const all = namespace.checks.map(asCheck);
  if (all.length === 0) throw new TypeError('the list named checks is empty');
  return scope === 'all' ? all : all.filter((check) => check.visible);
}
