// Defence and drones; withdrew for another offer.
import type { DemoCandidate } from '../candidate';

export const zaneleMthembu: DemoCandidate = {
  name: 'Zanele Mthembu',
  email: 'zanele.mthembu@mail.example',
  phone: '+27 82 555 0164',
  source: 'Referral',
  resume: {
    fileName: 'Zanele-Mthembu.txt',
    text: `Zanele Mthembu
Embedded systems engineer · Pretoria, South Africa · zanele.mthembu@mail.example

Experience

Embedded Systems Engineer, Highveld Aerial, Pretoria
Feb 2020 – present
- Obstacle detection for survey drones on an Edge TPU beside a Cortex-A53; 42 frames/s, 2.6 W for the compute board, measured in flight.
- Re-trained MobileNetV2 with quantisation-aware training; full-integer model, 1.1 percentage points under float.
- Designed the update over a lossy radio link: resumable, signed, verified before the swap; 380 drones.
- Integrated inference into the flight firmware in C++ under Zephyr with a hard deadline of 25 ms and a watchdog.

Graduate Engineer, Magalies Power, Pretoria
Jan 2018 – Jan 2020
- Protection relay firmware in C; unit tests on the bench.

Education
BEng Computer Engineering, University of Pretoria, 2017. Operating systems, computer architecture.`,
  },
};
