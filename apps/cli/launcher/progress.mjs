// How the launcher speaks: short lines on stderr, so that stdout stays free for what was asked.

/** When the first process of this start began, so that all of them count the same seconds. */
export const started = Number(process.env.BRINGUP_STARTED ?? Date.now());
let silent = false;

/** Says nothing more unless something goes wrong; for commands whose output others read. */
export function beSilent() {
  silent = true;
}

export function say(text) {
  if (!silent) process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}

/** One clear line, exit 1. */
export function fail(text) {
  process.stderr.write(`bringup: ${text}\n`);
  process.exit(1);
}
