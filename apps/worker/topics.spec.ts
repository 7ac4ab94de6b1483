// No library may export a topic that the worker does not know.
import * as attempts from '@bringup/attempts';
import * as candidates from '@bringup/candidates';
import * as identity from '@bringup/identity';
import * as insights from '@bringup/insights';
import * as panels from '@bringup/panels';
import { queueNames, type Topic } from '@bringup/platform';
import * as requisitions from '@bringup/requisitions';
import * as rubric from '@bringup/rubric';
import { topics } from './topics';

function isTopic(value: unknown): value is Topic<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return false;
  const { name, queue } = value as { name?: unknown; queue?: unknown };
  return typeof name === 'string' && queueNames.includes(queue as never);
}

it('knows every topic that a library exports, once', () => {
  const exported = [attempts, candidates, identity, insights, panels, requisitions, rubric]
    .flatMap((lib): unknown[] => Object.values(lib))
    .filter(isTopic);
  expect(exported.length).toBeGreaterThan(10);
  const names = (list: readonly Topic<Record<string, string>>[]) => list.map((topic) => topic.name).sort();
  expect(names(topics)).toEqual([...new Set(names(exported))]);
});
