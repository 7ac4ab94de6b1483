// Answer files: what is read, and one clear line for each that does not fit.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTaskBank, type TaskBank } from '@bringup/task-bank';
import { UsageError } from '../command';
import { wholeNumber } from './whole-number';
import { readAnswer } from './read-answer';

let folder: string;
let bank: TaskBank;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'answers-'));
  bank = await loadTaskBank(join(__dirname, '../../../assessments'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(slug: string, name: string, text: string) {
  await writeFile(join(folder, name), text);
  return readAnswer(bank.get(slug), join(folder, name));
}

it('reads C as it is', async () => {
  expect(await read('audio-ring-buffer', 'a.c', 'int x;\n')).toEqual({ kind: 'c', source: 'int x;\n' });
});

it.each([
  ['a.yaml', 'scale: 0.0125\nzeroPoint: "-12"\nshift:\n'],
  ['a.yaml', 'fields:\n  scale: 0.0125\n  zeroPoint: -12\n  shift: ""\n'],
  ['a.json', '{"fields": {"scale": 0.0125, "zeroPoint": "-12", "shift": null}}'],
])('reads the fields of %s', async (name, text) => {
  expect(await read('tensor-quantisation', name, text)).toEqual({
    kind: 'numeric',
    fields: { scale: '0.0125', zeroPoint: '-12', shift: '' },
  });
});

it('reads lists and the justification of an interpretation', async () => {
  const text = 'order: [p4, p2, p3, p1]\nclaim: never\njustification: Because.\n';
  expect(await read('detector-latency-run', 'b.yaml', text)).toEqual({
    kind: 'interpretation',
    fields: { order: 'p4,p2,p3,p1', claim: 'never' },
    justification: 'Because.',
  });
});

it.each<[string, string, string, RegExp]>([
  ['audio-ring-buffer', 'a.yaml', 'x: 1', /give a \.c file/],
  ['tensor-quantisation', 'a.c', 'int x;', /give a \.yaml or \.json file/],
  ['tensor-quantisation', 'a.yaml', 'scael: 1', /has no field "scael"\. Its fields: scale,/],
  ['tensor-quantisation', 'a.yaml', '- 1', /one field a line/],
  ['tensor-quantisation', 'a.json', '{', /a\.json: /],
  ['tensor-quantisation', 'a.yaml', 'scale: { a: 1 }', /neither a number, a text nor a list/],
  ['tensor-quantisation', 'a.yaml', 'a: &a [x]\nscale: *a', /a\.yaml: /],
  ['tensor-quantisation', 'a.yaml', 'x'.repeat(300_000), /has 300000 bytes/],
])('refuses for %s the file %s holding %p', async (slug, name, text, message) => {
  const refused = read(slug, name, text);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(message);
});

it('refuses a file that is not there', async () => {
  await expect(readAnswer(bank.get('tensor-quantisation'), join(folder, 'none.yaml'))).rejects.toThrow(
    /cannot be read/,
  );
});

describe('wholeNumber', () => {
  it('reads', () => expect(wholeNumber('--seed', '7')).toBe(7));
  it.each([undefined, '', '-1', '1.5', '1e3', '99999999999999999999', 'x'])('refuses %p', (text) => {
    expect(() => wholeNumber('--seed', text)).toThrow(UsageError);
  });
  it('refuses numbers below the lowest', () =>
    expect(() => wholeNumber('--seeds', '0', 1)).toThrow(/whole number from 1/));
});
