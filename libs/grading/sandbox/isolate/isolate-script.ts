// Puts the compiled modules of `inside/` together into one script for an isolate, which has no `require` of its own.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const requirePattern = /require\("(\.[^"]+)"\)/g;

function collect(path: string, modules: Map<string, string>): void {
  if (modules.has(path)) return;
  const source = readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  modules.set(path, source);
  for (const [, relative] of source.matchAll(requirePattern))
    if (relative) collect(join(dirname(path), `${relative}.js`), modules);
}

/** An expression (text) whose value is the exports of `inside/entry`. Reads the compiled files that lie beside this one. */
export function isolateScript(): string {
  const modules = new Map<string, string>();
  const entry = join(__dirname, 'inside', 'entry.js');
  collect(entry, modules);
  const names = [...modules.keys()];
  const table = names.map((path) => {
    const source = (modules.get(path) ?? '').replaceAll(
      requirePattern,
      (_, relative: string) => `require(${names.indexOf(join(dirname(path), `${relative}.js`))})`,
    );
    return `function (exports, require) {${source}\n}`;
  });
  return `(() => {
    const table = [${table.join(',\n')}];
    const loaded = [];
    const load = (index) => {
      if (!loaded[index]) table[index]((loaded[index] = {}), load);
      return loaded[index];
    };
    return { ...load(0) };
  })()`;
}
