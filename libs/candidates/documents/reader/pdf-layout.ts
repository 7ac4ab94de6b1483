// Puts the pieces of a PDF page into reading order: lines, then columns where a page really has them.

/** A run of text on a page: `x` and `y` of its left foot, y growing upwards, in points. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pieces that stand close together on one line. */
interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

const columnGap = 10;
const fewestColumnRows = 5;

function baselines(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) <= Math.max(2, Math.min(first.height, piece.height) * 0.4))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** A gap wider than a space is a space; one wider than about two letters is a new segment. */
function rowOf(pieces: readonly Piece[]): Row {
  const segments: Segment[] = [];
  const height = Math.max(...pieces.map((piece) => piece.height), 1);
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last ? piece.x - last.right : 0;
    if (!last || gap > Math.max(columnGap, height)) {
      if (piece.text.trim() !== '') segments.push({ text: piece.text, left: piece.x, right: piece.x + piece.width });
      continue;
    }
    const spaced = gap > height * 0.15 && !last.text.endsWith(' ') && !piece.text.startsWith(' ');
    segments[segments.length - 1] = {
      text: `${last.text}${spaced ? ' ' : ''}${piece.text}`,
      left: last.left,
      right: Math.max(last.right, piece.x + piece.width),
    };
  }
  return { y: pieces[0]?.y ?? 0, height, segments };
}

function lettersIn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.trim().length, 0);
}

const sidesOf = (row: Row, x: number): { left: Segment[]; right: Segment[]; crossed: boolean } => ({
  left: row.segments.filter((segment) => segment.right <= x),
  right: row.segments.filter((segment) => segment.left >= x),
  crossed: row.segments.some((segment) => segment.left < x && segment.right > x),
});

/**
 * Where a second column begins: the left edge that many segments share and few rows cross. A column of dates beside titles is
 * none: both sides must hold a good part of the text.
 */
function gutterOf(rows: readonly Row[]): number | undefined {
  const edges = new Map<number, number>();
  for (const { segments } of rows)
    for (const { left } of segments.slice(-1))
      edges.set(Math.round(left / 4) * 4, (edges.get(Math.round(left / 4) * 4) ?? 0) + 1);
  const leftmost = Math.min(...rows.flatMap(({ segments }) => segments.map(({ left }) => left)));
  for (const [edge, count] of [...edges].sort((a, b) => b[1] - a[1])) {
    if (count < fewestColumnRows || edge < leftmost + 60) continue;
    const x = edge - 4;
    const free = rows.map((row) => sidesOf(row, x)).filter(({ crossed }) => !crossed);
    const [left, right] = [lettersIn(free.flatMap((side) => side.left)), lettersIn(free.flatMap((side) => side.right))];
    const rowsWith = (side: 'left' | 'right'): number => free.filter((one) => one[side].length > 0).length;
    if (
      Math.min(left, right) >= (left + right) * 0.18 &&
      rowsWith('left') >= fewestColumnRows &&
      rowsWith('right') >= fewestColumnRows &&
      !isDateColumn(free)
    )
      return x;
  }
  return undefined;
}

/** A column of dates belongs line by line to what stands beside it. */
function isDateColumn(sides: ReadonlyArray<{ left: Segment[]; right: Segment[] }>): boolean {
  return (['left', 'right'] as const).some((side) => {
    const texts = sides.flatMap((one) => one[side]).map(({ text }) => text.trim());
    return (
      texts.length > 0 &&
      texts.filter((text) => /\b(?:19|20)\d{2}\b/.test(text) && text.length < 40).length >= texts.length * 0.6
    );
  });
}

function lineText(segments: readonly Segment[]): string {
  return segments
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join('\t');
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

function linesIn(rows: readonly Row[], pick: (row: Row) => readonly Segment[]): Line[] {
  return rows
    .map((row) => ({ text: lineText(pick(row)), y: row.y, height: row.height }))
    .filter(({ text }) => text !== '');
}

/** A wider step than usual between two lines is a blank line. */
function joinLines(lines: readonly Line[]): string[] {
  const steps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length * 0.4)] ?? 0;
  return lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const step = above ? above.y - line.y : 0;
    return above && (step > usual * 1.35 + 1 || step < 0) ? ['', line.text] : [line.text];
  });
}

/** The text of a page in reading order: rows that cross the gutter divide it; between them the left column is read first. */
export function layOut(pieces: readonly Piece[]): string {
  const rows = baselines(pieces.filter(({ text }) => text !== ''))
    .map(rowOf)
    .filter(({ segments }) => segments.length > 0);
  const gutter = rows.length >= fewestColumnRows ? gutterOf(rows) : undefined;
  if (gutter === undefined) return joinLines(linesIn(rows, ({ segments }) => segments)).join('\n');
  const blocks: string[][] = [];
  let band: Row[] = [];
  const closeBand = (): void => {
    for (const side of ['left', 'right'] as const)
      blocks.push(joinLines(linesIn(band, (row) => sidesOf(row, gutter)[side])));
    band = [];
  };
  for (const row of rows) {
    if (!sidesOf(row, gutter).crossed) band.push(row);
    else {
      closeBand();
      blocks.push(joinLines(linesIn([row], ({ segments }) => segments)));
    }
  }
  closeBand();
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
