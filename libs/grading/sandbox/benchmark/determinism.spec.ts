// The same submissions give the same outcomes to the last unit: in any order, in each tier of V8, on any machine, in any year. Needs the compiled tree.
import { toolchainName } from '../toolchain/compile-source';
import { measureDeterminism } from './determinism';

/**
 * What 51 submissions come to with this toolchain; Node 24.21 and 26.10 both give it. It changes with the compiler, the harness
 * or the meter, whose versions are in the toolchain's name, and with nothing else.
 */
const golden = {
  toolchain: 'yowasp-clang-22.0.0-git20542-10+harness-1+meter-1',
  digest: '15c978347310e98cf29f4d6b6478486d1fa93352c31612e13f50db91f9d6ac62',
};

it('gives the digest on record, whatever the order, the load and the tier', async () => {
  expect(toolchainName).toBe(golden.toolchain);
  const { submissions, runs } = await measureDeterminism();
  expect(submissions).toBe(51);
  expect(runs).toHaveLength(4);
  for (const { name, digest } of runs) expect({ name, digest }).toEqual({ name, digest: golden.digest });
}, 240_000);
