// The same submissions give the same outcomes to the last unit: in any order, in each tier of V8, on any machine, in any year. Needs the compiled tree.
import { toolchainName } from '../toolchain/toolchain-name';
import { measureDeterminism } from './determinism';

/**
 * What 51 submissions come to with this toolchain. It changes with the compiler, the harness or what the meter counts, whose
 * versions are in the toolchain's name, and with nothing else: not with the form of the metered code.
 */
const golden = {
  toolchain: 'yowasp-clang-22.0.0-git20542-10+limits-1+harness-2+meter-2',
  digest: '3521c3363975a99c29809db716187b620c3a3208e651a559ba148cb256025774',
};

it('gives the digest on record, whatever the order, the load and the tier', async () => {
  expect(toolchainName).toBe(golden.toolchain);
  const { submissions, runs } = await measureDeterminism();
  expect(submissions).toBe(51);
  expect(runs).toHaveLength(4);
  expect(new Set(runs.map(({ programs }) => programs)).size).toBe(1);
  for (const { name, digest } of runs) expect({ name, digest }).toEqual({ name, digest: golden.digest });
}, 900_000);
