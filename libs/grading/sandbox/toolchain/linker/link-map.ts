// Reads the map that wasm-ld writes of a program (`-Map`): which object each part comes from, and where it lies.
import { type LinkObject, relocationTypes } from './read-object';
import { type Origin, type SegmentRange } from './link-objects';

/**
 * Address, offset and size in hexadecimal, then a name: a section or a segment after one space, a part of one of an object
 * after nine, a symbol after seventeen (lld/wasm/MapFile.cpp). Globals, which have no object, are listed like parts.
 */
const linePattern = /^ *([0-9a-f]+|-) +([0-9a-f]+) +([0-9a-f]+)( +)(.*)$/;
const indents = { section: 1, part: 9 };

interface Line {
  readonly indent: number;
  readonly name: string;
  readonly address: number;
  readonly size: number;
}

function readLine(text: string): Line | null {
  const [, address = '', , size = '', spaces = '', name = ''] = linePattern.exec(text) ?? [];
  if (name === '') return null;
  return { indent: spaces.length, name, address: Number.parseInt(address, 16), size: Number.parseInt(size, 16) };
}

/** The lines of each section by its name; those of segments are among the lines of DATA. */
function sectionsOf(map: string): Map<string, Line[]> {
  const sections = new Map<string, Line[]>();
  let current: Line[] = [];
  for (const text of map.split('\n')) {
    const line = readLine(text);
    if (!line) continue;
    // Sections have no address; segments do.
    if (line.indent === indents.section && Number.isNaN(line.address)) sections.set(line.name, (current = []));
    else current.push(line);
  }
  return sections;
}

/** How many globals the functions of an object use. */
function usedGlobals(object: LinkObject, functionNames: ReadonlySet<string>): number {
  const used = new Set<number>();
  for (const symbol of object.symbols) {
    if (symbol.kind !== 'function' || !symbol.isDefined || !functionNames.has(symbol.name)) continue;
    for (const { type, index } of object.functions[symbol.index]?.relocations ?? []) {
      const target = object.symbols[index];
      if (type === relocationTypes.globalIndex && target?.kind === 'global' && target.isDefined) used.add(target.index);
    }
  }
  return used.size;
}

/**
 * @param harness the objects that were linked before the candidate's, by their file names; no name in any object has a line break
 */
export function readLinkMap(map: string, harness: ReadonlyMap<string, LinkObject>): Origin {
  const sections = sectionsOf(map);
  const partsOf = (section: string): Line[] =>
    (sections.get(section) ?? []).filter(({ indent }) => indent === indents.part);
  const functions = partsOf('CODE');
  const harnessFunctions = new Set<Line>();
  const harnessGlobals = [...harness].reduce((sum, [file, object]) => {
    const own = functions.filter(({ name }) => name.startsWith(`${file}:(`));
    for (const line of own) harnessFunctions.add(line);
    return sum + usedGlobals(object, new Set(own.map(({ name }) => name.slice(file.length + 2, -1))));
  }, 0);
  // The linker's stack pointer comes first, then what the objects define, in their order.
  const globals = partsOf('GLOBAL').map((_, index) => index);
  const segments = (sections.get('DATA') ?? []).filter(({ indent }) => indent === indents.section);
  return {
    // With what the linker made for the candidate's sake.
    candidateFunctions: new Set(functions.flatMap((line, index) => (harnessFunctions.has(line) ? [] : [index]))),
    candidateGlobals: new Set(globals.slice(1 + harnessGlobals)),
    segments: segments
      .map(({ name, address, size }): SegmentRange => ({ name, start: address, end: address + size }))
      .sort((a, b) => a.start - b.start),
  };
}
