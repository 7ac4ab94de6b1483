// Moments in the assessment's own minutes, whatever was given and however long the clock stood.
import { type AssessmentClock, inAssessmentTime, lengthInAssessmentTime } from './assessment-time';
import { extend, resume, startBreak } from './clock-moves';

const minute = 60_000;
const startedAt = new Date('2026-11-25T10:00:00.000Z');
const after = (ms: number) => new Date(startedAt.getTime() + ms);
const clock = (had: number, minutes = 60): AssessmentClock => ({ startedAt, deadlineAt: after(had * minute), minutes });

it('is the plain time since the start where nothing was given', () => {
  for (const ms of [0, 1, 761_234, 60 * minute]) expect(inAssessmentTime(clock(60), after(ms))).toBe(ms);
});

it('is never before the start, and within the grace it is the end of the own minutes', () => {
  for (const had of [60, 90]) {
    expect(inAssessmentTime(clock(had), after(-1))).toBe(0);
    expect(inAssessmentTime(clock(had), after(had * minute + 5000))).toBe(60 * minute);
  }
});

it('draws together what was given, so that the same share of the time reads the same', () => {
  for (const had of [60, 75, 90, 137])
    expect(inAssessmentTime(clock(had), after((had * minute) / 4))).toBe(15 * minute);
  expect(inAssessmentTime(clock(90), after(1))).toBe(1);
  expect(Number.isInteger(inAssessmentTime(clock(77), after(12_345)))).toBe(true);
});

it('keeps the order of what happened', () => {
  const moments = [0, 3, 7, 12, 40_000, 40_001, 89 * minute].map((ms) => inAssessmentTime(clock(90), after(ms)));
  expect(moments).toEqual([...moments].sort((one, other) => one - other));
});

it('ends at the own minutes after extensions, breaks and pauses alike', () => {
  const times = { startedAt, deadlineAt: after(60 * minute), submittedAt: null, pausedAt: null, breakEndsAt: null };
  const allowance = { breaks: 1, breakMinutes: 10, breaksTaken: 0 };
  const moved = [
    extend(times, 15, after(minute)),
    startBreak(times, allowance, after(20 * minute)),
    resume({ ...times, pausedAt: after(5 * minute) }, after(42 * minute)),
  ];
  for (const { deadlineAt } of moved)
    expect(inAssessmentTime({ startedAt, deadlineAt, minutes: 60 }, deadlineAt)).toBe(60 * minute);
});

it('draws lengths together alike', () => {
  expect(lengthInAssessmentTime(clock(60), 4000)).toBe(4000);
  expect(lengthInAssessmentTime(clock(90), 6000)).toBe(4000);
  expect(lengthInAssessmentTime(clock(90), 100 * minute)).toBe(60 * minute);
});
