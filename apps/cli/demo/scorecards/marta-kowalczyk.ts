// What the panel wrote about Marta Kowalczyk: two judgements that are far apart, and one between them.
import type { CardContent } from '@bringup/panels';

export const amaraOnMarta: CardContent = {
  ratings: [
    {
      tag: 'Q1',
      rating: 3,
      note: 'Explained per-channel scales from her own keyword spotter, with the recordings that went wrong. Enough to build on.',
    },
    {
      tag: 'Q2',
      rating: 4,
      note: 'Best answer on linker scripts and stack painting that I have heard. Found the reason for two of our own resets while explaining hers. Halved the stack of her ring buffer on the whiteboard and named the price.',
    },
    {
      tag: 'Q3',
      rating: 3,
      note: 'CMSIS-NN inside out, down to the listing. No NPU yet, but asked the right questions about operators that fall back.',
    },
    { tag: 'Q5', rating: 4, note: 'Twenty boards, a spread, and the temperature. This is what we keep asking for.' },
  ],
  recommendation: 'strong-yes',
  summary:
    'Exactly the person who should own firmware with a model in it. The model side can be learnt next to Kenji; what she has cannot be taught in a year.',
};

export const kenjiOnMarta: CardContent = {
  ratings: [
    {
      tag: 'Q1',
      rating: 1,
      note: 'Post-training quantisation with a tool, and honest about it. Could not say how to find the layers that cost the accuracy, took quantisation-aware training for calibration, and lost the thread on why pruned weights did not change latency.',
    },
    { tag: 'Q2', rating: 3, note: 'Solid where we touched it: explained her tensor arena well.' },
  ],
  recommendation: 'no',
  summary:
    'A very good firmware engineer for a position that is half model optimisation. At mid level I would expect one optimisation carried through. I would say yes for the embedded team.',
};

export const priyaOnMarta: CardContent = {
  ratings: [
    {
      tag: 'Q5',
      rating: 4,
      note: 'Wrote the measuring procedure that others use. Said which of her own numbers she would not repeat.',
    },
    { tag: 'Q4', rating: 3, note: 'Owned firmware into the field with updates; the model came from others.' },
  ],
  recommendation: 'yes',
  summary:
    'Would trust her with a product. The question for the debrief is how much of the first year is model work, and whether we can pair it.',
};
