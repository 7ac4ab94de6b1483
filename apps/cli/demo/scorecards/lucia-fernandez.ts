// What the panel wrote about Lucía Fernández Ortega: three judgements that agree.
import type { CardContent } from '@bringup/panels';

export const amaraOnLucia: CardContent = {
  ratings: [
    {
      tag: 'Q2',
      rating: 4,
      note: 'Drew the memory map of the radar module from memory, DMA regions and guard included. For the hourly garbage she asked about cache maintenance before I had finished the question, then made the failure more frequent by shrinking the buffer.',
    },
    {
      tag: 'Q3',
      rating: 4,
      note: 'Counted partition boundaries, not operators. Knew which of our two resizes TensorRT would not take, and why.',
    },
  ],
  recommendation: 'strong-yes',
  summary:
    'The strongest systems conversation I have had this year. Says "I do not know" early and then says how she would find out. Weak spot, if any: little RTOS work since 2023.',
};

export const kenjiOnLucia: CardContent = {
  ratings: [
    {
      tag: 'Q1',
      rating: 4,
      note: 'Worked the 640 by 640 case aloud: 66 ms, where do the 95 go, pre-processing first. Layer sensitivity by hand on paper, and the right two layers to keep wide. Explained structured against unstructured pruning to an imaginary product manager without jargon.',
    },
  ],
  recommendation: 'strong-yes',
  summary: 'Knows what each step costs and measures it per class. Would raise the level of the whole group.',
};

export const priyaOnLucia: CardContent = {
  ratings: [
    {
      tag: 'Q5',
      rating: 4,
      note: 'Told the August car-park story with the numbers that were wrong first. Would have withdrawn two of her own figures in our benchmark task until they were repeated hot.',
    },
    {
      tag: 'Q4',
      rating: 4,
      note: 'Owned the release, the monitoring and the one rollback. Clear about what her colleagues did.',
    },
  ],
  recommendation: 'yes',
  summary:
    'Ownership into the field, calm about failure. I want to be sure that a smaller team with fewer test vehicles does not frustrate her; she asked good questions about that herself.',
};
