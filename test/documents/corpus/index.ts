// The corpus: résumés written for this project, each with the outcome that a careful reader would expect.
import * as firmware from './firmware';
import * as hostile from './hostile';
import * as levels from './levels';
import * as machineLearning from './machine-learning';
import type { ResumeCase } from './resume-case';

export { readOn, type ResumeCase } from './resume-case';
export const corpus: readonly ResumeCase[] = [firmware, machineLearning, levels, hostile].flatMap((group) =>
  Object.values(group),
);
