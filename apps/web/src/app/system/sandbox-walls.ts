// What each wall of the sandbox does, in words for somebody who runs the product.

/** One wall in force; `meaning` is empty for one that this page has no words for. */
export interface Wall {
  readonly name: string;
  readonly meaning: string;
}

const meanings: readonly (readonly [start: string, meaning: string])[] = [
  ['bubblewrap', 'namespaces of their own: no network, no other processes, a file system of libraries alone'],
  ['own user', 'a numeric user that owns nothing on this machine'],
  ['resource limits', 'limits of the kernel on memory, files and processes'],
  ['permission model', 'Node refuses files, processes and workers'],
  ['isolate', 'a JavaScript engine of their own with a memory limit'],
];

/** "bubblewrap + permission model" → the walls one by one, strongest first. */
export function wallsOf(sandboxLevel: string): Wall[] {
  return sandboxLevel
    .split('+')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((name) => ({ name, meaning: meanings.find(([start]) => name.startsWith(start))?.[1] ?? '' }));
}

/** True when the host lends the strongest wall. */
export function isNamespaced(sandboxLevel: string): boolean {
  return sandboxLevel.includes('bubblewrap');
}
