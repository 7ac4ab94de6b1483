// Every pairing of ink and ground that the site uses passes WCAG AA, in both themes. Read from the tokens themselves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = readFileSync(join(__dirname, '_tokens.scss'), 'utf8');
const tokens = new Map<string, readonly [light: string, dark: string]>();
for (const [, name, light, dark] of source.matchAll(/--bu-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
  tokens.set(name, [light, dark]);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const text: [string, string][] = [
  ...['ink', 'ink-muted', 'ink-subtle', 'copper', 'copper-hover'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['go', 'hold', 'stop', 'info', 'rest'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-tint`],
    [tone, 'surface'],
    [tone, 'paper'],
    ['ink', `${tone}-tint`],
  ]),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['mark-ink', 'mark'],
  ...['mask', 'mask-hover', 'mask-selected'].flatMap((ground): [string, string][] => [
    ['mask-ink', ground],
    ['mask-ink-muted', ground],
  ]),
];
const shapes: [string, string][] = [
  ...['line-strong', 'focus'].flatMap((line) =>
    ['paper', 'surface', 'raised'].map((ground): [string, string] => [line, ground]),
  ),
  ...[1, 2, 3, 4, 5, 6].map((series): [string, string] => [`series-${series}`, 'surface']),
  ['primary', 'paper'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_, theme) => {
  const value = (name: string): string => {
    const pair = tokens.get(name);
    if (!pair) throw new Error(`There is no colour token "${name}".`);
    return pair[theme];
  };

  it.each(text)('%s is readable on %s', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s is seen on %s', (shape, ground) => {
    expect(contrast(value(shape), value(ground))).toBeGreaterThanOrEqual(3);
  });
});
