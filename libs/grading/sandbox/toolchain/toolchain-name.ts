// What a verdict's digest names as its toolchain.
import { countingVersion } from './count-steps';
import { harnessVersion } from './harness';

export const compilerVersion = 'yowasp-clang-22.0.0-git20542-10';
/** Names everything that decides what a program is and counts: compiler, limits of its work, harness, meter. */
export const toolchainName = `${compilerVersion}+limits-${countingVersion}+harness-${harnessVersion}+meter-2`;
