// What the panel wrote about the other candidates of the demo.
import type { CardContent } from '@bringup/panels';

export const amaraOnYuki: CardContent = {
  ratings: [
    {
      tag: 'Q2',
      rating: 3,
      note: 'Comfortable in C++ on Linux, careful with memory. Less at home with interrupts: reached for a queue where a flag would do.',
    },
    {
      tag: 'Q3',
      rating: 4,
      note: 'Wrote partitioning for an NPU compiler and could say, per boundary, what it costs. Two vendor benchmarks taken apart with conditions stated.',
    },
  ],
  recommendation: 'yes',
  summary: 'Deep where few people are. I would pair the first board bring-up with somebody from firmware.',
};

/** Begun and not finished: what an interviewer finds again on the next morning. */
export const kenjiDraftOnChidi: CardContent = {
  ratings: [
    {
      tag: 'Q1',
      rating: 3,
      note: 'Distillation told from the budget backwards. Ask the others: how much of the port was his?',
    },
  ],
  recommendation: null,
  summary: '',
};

export const amaraOnAnjali: CardContent = {
  ratings: [
    { tag: 'Q2', rating: 4, note: 'Static arena with a build-time check, and a clear account of the RTOS port.' },
    { tag: 'Q3', rating: 3, note: 'Cortex-M ML extensions in production; no larger accelerator.' },
  ],
  recommendation: 'yes',
  summary: 'Ready on the first day.',
};

export const kenjiOnAnjali: CardContent = {
  ratings: [
    {
      tag: 'Q1',
      rating: 4,
      note: 'Quantisation-aware training and pruning on a shipped model, loss stated against what the customer notices.',
    },
  ],
  recommendation: 'strong-yes',
  summary: 'Thinks from the budget. Yes.',
};

export const amaraOnPekka: CardContent = {
  ratings: [
    { tag: 'Q2', rating: 4, note: 'Fixed point and DSP at a level that we rarely meet.' },
    { tag: 'Q3', rating: 2, note: 'One DSP family.' },
  ],
  recommendation: 'yes',
  summary: 'Very good, narrower than the position.',
};

export const kenjiOnPekka: CardContent = {
  ratings: [{ tag: 'Q1', rating: 2, note: 'One network, post-training quantisation, well measured.' }],
  recommendation: 'yes',
  summary: 'Would work; Anjali shows more of the model side.',
};
