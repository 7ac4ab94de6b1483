// A copy of what an author's function returned, in which JSON loses nothing: it would turn NaN into null and leave members out without a word.
import { itemsOf, membersOf, NotPlain, textFault } from './plain-data';

const deepest = 40;
const mostValues = 400_000;

type Path = readonly (string | number)[];

class Copy {
  private left = mostValues;
  private readonly open = new Set<object>();

  of(value: unknown, path: Path): unknown {
    if (--this.left < 0) throw new NotPlain([], `holds more than ${mostValues} values: return less`);
    if (typeof value === 'number') return finite(value, path);
    if (typeof value === 'string') return whole(value, path);
    if (typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'object') return this.inside(value, path);
    throw new NotPlain(path, unfit(value));
  }

  private inside(value: object, path: Path): unknown {
    if (this.open.has(value)) throw new NotPlain(path, 'contains itself: return values without a cycle');
    if (path.length >= deepest) throw new NotPlain(path.slice(0, 3), `is nested more than ${deepest} deep: flatten it`);
    this.open.add(value);
    const copy = Array.isArray(value) ? this.list(value, path) : this.object(value, path);
    this.open.delete(value);
    return copy;
  }

  private list(value: object, path: Path): unknown[] {
    return itemsOf(value, mostValues, path).map((item, i) => this.of(item, [...path, i]));
  }

  private object(value: object, path: Path): Record<string, unknown> {
    const members = [...membersOf(value, path)];
    for (const [key] of members) whole(key, path);
    return Object.fromEntries(members.map(([key, member]) => [key, this.of(member, [...path, key])]));
  }
}

function finite(value: number, path: Path): number {
  if (!Number.isFinite(value)) throw new NotPlain(path, `is ${value}: return a finite number`);
  // JSON has no other zero.
  return value === 0 ? 0 : value;
}

function whole(text: string, path: Path): string {
  const fault = textFault(text);
  if (fault !== null) throw new NotPlain(path, fault);
  return text;
}

function unfit(value: unknown): string {
  if (value === undefined) return 'is undefined: return a value, or leave the member out';
  if (typeof value === 'bigint') return 'is a bigint, which JSON does not know: return a number or a text';
  return `is a ${typeof value}, which JSON does not know: return a value`;
}

/** @throws NotPlain that names the place and what to return instead */
export function plainJson(value: unknown): unknown {
  return new Copy().of(value, []);
}
