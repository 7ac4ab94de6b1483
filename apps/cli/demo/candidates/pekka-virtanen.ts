// Came second in the spring.
import type { DemoCandidate } from '../candidate';

export const pekkaVirtanen: DemoCandidate = {
  name: 'Pekka Virtanen',
  email: 'pekka.virtanen@mail.example',
  phone: '+358 40 555 0171',
  source: 'Job board',
  resume: {
    fileName: 'virtanen.txt',
    text: `Pekka Virtanen
DSP engineer · Tampere, Finland · pekka.virtanen@mail.example

Experience

DSP Engineer, Näsi Audio, Tampere
February 2017 – present
- Beamforming and noise suppression in fixed-point C on a HiFi DSP; 4.2 mW, shipped in 300,000 headsets.
- Replaced a hand-tuned gate by a small recurrent network, INT8 by post-training quantisation, 1.1 ms per frame.
- Power measured at the rail on every release.

Education
MSc Signal Processing, Tampere University, 2016`,
  },
};
