// The server's clock as the page knows it: slow answers, a sleeping computer, nonsense.
import { ServerClock } from './server-clock';

describe('ServerClock', () => {
  let mono = 0;
  const clock = (): ServerClock => new ServerClock(() => mono);

  beforeEach(() => (mono = 0));

  it('knows nothing before the first answer', () => {
    expect(clock().known).toBe(false);
  });

  it('takes the middle of the first answer, and follows its own clock from there', () => {
    const server = clock();
    server.observe(1_000_000, 100, 300);
    mono = 300;
    expect(server.now()).toBe(1_000_100);
    expect(server.uncertainty).toBe(100);
    mono = 60_300;
    expect(server.now()).toBe(1_060_100);
  });

  it('narrows with a quicker answer and is not spoilt by a slow one', () => {
    const server = clock();
    server.observe(1_000_000, 0, 400);
    server.observe(1_001_010, 1000, 1020);
    const narrow = server.uncertainty;
    server.observe(1_009_000, 5000, 9000);
    expect(server.uncertainty).toBeLessThanOrEqual(narrow);
    mono = 10_000;
    // True offset is 1 000 000: the quick answer was read 10 ms after it was asked for.
    expect(Math.abs(server.now() - 1_010_000)).toBeLessThanOrEqual(10);
  });

  it('lets a new answer win when the old ones cannot be true any more', () => {
    const server = clock();
    server.observe(1_000_000, 0, 20);
    // The computer slept for an hour while the monotonic clock stood still.
    server.observe(4_600_110, 100, 120);
    mono = 120;
    expect(Math.abs(server.now() - 4_600_120)).toBeLessThanOrEqual(10);
  });

  it('ignores an answer that came before it was asked for, and what is not a number', () => {
    const server = clock();
    server.observe(1_000_000, 300, 100);
    server.observe(Number.NaN, 0, 10);
    expect(server.known).toBe(false);
  });
});

it('knows by how much a wall clock is wrong', () => {
  const server = new ServerClock(() => 100);
  server.observe(1_000_000, 100, 100);
  expect(server.drift(1_060_000)).toBe(60_000);
  expect(server.drift(400_000)).toBe(-600_000);
});
