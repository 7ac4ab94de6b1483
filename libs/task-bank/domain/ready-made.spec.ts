// Ready-made sets: the time they state, what they reach, and the balance of criteria.
import type { CoveredTask } from './coverage';
import { readyMadeFaults, type ReadyMadeSet } from './ready-made';

const task = (slug: string, minutes: number, criteria: string[], points = 10): CoveredTask => ({
  ...{ slug, minutes, criteria, points, kind: 'c', level: 'mid', duties: ['D1'] },
});
const library = [task('a', 30, ['Q1']), task('b', 25, ['Q2']), task('c', 20, ['Q1', 'Q5']), task('d', 90, ['Q3'])];
const set = (change: Partial<ReadyMadeSet>): ReadyMadeSet => ({
  ...{ slug: 's', name: 'S', purpose: 'P', minutes: 60, reaches: ['D1', 'Q2'], tasks: ['a', 'b'] },
  ...change,
});

it.each<[string, Partial<ReadyMadeSet>]>([
  ['half of the points for each of two criteria', {}],
  ['four fifths of the stated time', { minutes: 68 }],
  ['all of the stated time', { minutes: 55 }],
  ['one that leans, and says so', { tasks: ['a', 'c'], reaches: ['Q5'], leans: 'Q1' }],
])('accepts %s', (_what, change) => {
  expect(readyMadeFaults(set(change), library)).toEqual([]);
});

it.each<[string, Partial<ReadyMadeSet>, string, RegExp]>([
  ['too long', { minutes: 50 }, 'minutes', /^the tasks take 55 minutes: choose shorter ones or state more than 50$/],
  ['too short', { minutes: 90 }, 'minutes', /^the tasks take 55 minutes only/],
  ['a tag that is missed', { reaches: ['Q1', 'Q4', 'D9'] }, 'reaches', /asks for Q4, D9: add one/],
  ['a lopsided choice', { tasks: ['a', 'c'], reaches: ['Q1'] }, 'tasks', /^Q1 has 75 % of the points/],
  ['a lean that is none', { leans: 'Q2' }, 'leans', /^Q2 has no more than half/],
  ['another lean than the real one', { tasks: ['a', 'c'], reaches: ['Q1'], leans: 'Q5' }, 'tasks', /^Q1 has 75 %/],
  ['a task that is not there', { tasks: ['a', 'x', 'y'] }, 'tasks', /^there is no task x, y/],
  ['a task twice', { tasks: ['a', 'a'] }, 'tasks', /names a task twice/],
])('refuses %s', (_what, change, member, message) => {
  expect(readyMadeFaults(set(change), library)[0]).toEqual({
    member,
    message: expect.stringMatching(message) as string,
  });
});
