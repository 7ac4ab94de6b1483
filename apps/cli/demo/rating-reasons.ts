// Why a person of the demo company confirms a suggested rating, by criterion and rating.
import type { CriterionTag } from '@bringup/rubric';

const reasons: Readonly<Record<CriterionTag, readonly [string, string, string, string, string]>> = {
  Q1: [
    'Nothing about bringing a model down in size or cost. Not a reason to stop, but the assessment must show it.',
    'The techniques are listed, none is told as work. I would ask for one model from start to end.',
    'One account of quantisation with a device behind it; how the loss was found is missing.',
    'Quantisation and pruning on real models, with the loss stated. The order of steps is worth asking about.',
    'Several techniques on shipped models, each with what it cost. Convincing.',
  ],
  Q2: [
    'No embedded work in the documents.',
    'Names an RTOS and a board without saying what was done with them.',
    'Firmware or embedded Linux in one position, at the level of using it.',
    'C or C++ close to the hardware over several years: memory, DMA, debugging with instruments.',
    'At home below the operating system: memory maps, interrupts, tool chains, and a fault found with the right instrument.',
  ],
  Q3: [
    'No accelerator or ML extension is mentioned in connection with work.',
    'Boards are listed; nothing says what ran on them.',
    'One platform used for one product.',
    'Worked with an accelerator including the operators that did not fit; figures given.',
    'Two kinds of accelerator, with kernels or partitioning of their own and comparisons that state their conditions.',
  ],
  Q4: [
    'No dated position touches embedded or machine learning work.',
    'Some related work, but no deployment.',
    'Years are there; ownership of a deployment is not shown.',
    'Years at the level that we ask for, and a deployment with figures.',
    'Owned a deployment into the field, with figures before and after.',
  ],
  Q5: [
    'The documents are silent. Most are: ask in the interview.',
    'Benchmarks are mentioned without what was measured.',
    'One account of careful measurement.',
    'Measures with conditions stated, and doubted a number at least once.',
    'Measures, doubts and looks below the source; others could repeat it.',
  ],
};

export function reasonFor(tag: CriterionTag, rating: number): string {
  return reasons[tag][rating] ?? 'Confirmed after reading the quotes.';
}
