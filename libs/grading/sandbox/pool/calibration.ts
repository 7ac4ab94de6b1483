// How slow this machine is: a small fixed amount of work, timed once in processor time.

const rounds = 5;
const stepsOfRound = 1_000_000;
/** What a round takes on a machine on which the guards were chosen. */
const referenceMicroseconds = 4_000;
/** Where the global object is a proxy, as in tests, a look at it takes longer than the work. */
const { imul } = Math;

function workOneRound(): number {
  let value = 1;
  for (let step = 0; step < stepsOfRound; step++) value = imul(value ^ (value >>> 13), 0x5bd1e995) + step;
  return value;
}

/** Processor time of one round; what it computed is looked at, so that no optimiser leaves the work out. */
function timeOneRound(): number {
  const before = process.cpuUsage();
  const value = workOneRound();
  const { user, system } = process.cpuUsage(before);
  return Number.isInteger(value) ? user + system : Infinity;
}

/** How many times as long as the reference machine this one takes, at least 1. Takes some 20 ms. */
export function slownessOfMachine(): number {
  // The fastest round: the first is compiled while it runs, and others can be disturbed.
  const fastest = Math.min(...Array.from({ length: rounds }, timeOneRound));
  return Math.max(1, fastest / referenceMicroseconds);
}
