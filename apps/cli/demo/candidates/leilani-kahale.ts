// Research engineer on tiny models; new in the queue.
import type { DemoCandidate } from '../candidate';

export const leilaniKahale: DemoCandidate = {
  name: 'Leilani Kahale',
  email: 'leilani.kahale@mail.example',
  phone: '+1 808 555 0119',
  source: 'Conference',
  resume: {
    fileName: 'leilani-kahale.txt',
    text: `Leilani Kahale
Tiny machine learning research engineer · Honolulu, United States · leilani.kahale@mail.example

Experience

Research Engineer, Kahana Ocean Institute, Honolulu
June 2021 – present
- Hydrophone buoys that recognise whale song on an Apollo4: 96 KB model, 2.4 mW average, solar powered, 40 buoys deployed.
- Compared PTQ with QAT over three sea states; QAT won back 2.2 of 2.6 percentage points.
- Benchmarked Cortex-M4 and M55 builds with MLPerf Tiny; reported energy per inference with the standard deviation over ten boards.

Teaching Assistant, University of Hawaiʻi
August 2019 – May 2021
- Laboratory course on microcontrollers.

Publications
Two papers on energy-aware acoustic monitoring.

Education
PhD Electrical Engineering, University of Hawaiʻi, 2025
BSc Computer Engineering, 2018. Computer architecture, signal processing.`,
  },
};
