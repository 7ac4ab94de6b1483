// Hired for the audio team in the spring.
import type { DemoCandidate } from '../candidate';

export const anjaliMenon: DemoCandidate = {
  name: 'Anjali Menon',
  email: 'anjali.menon@mail.example',
  phone: '+91 98 5550 1207',
  source: 'Referral',
  resume: {
    fileName: 'anjali_menon_resume.txt',
    text: `Anjali Menon
Edge AI engineer, audio · Bengaluru, India · anjali.menon@mail.example

Experience

Edge AI Engineer, Nandi Acoustics, Bengaluru
May 2021 – present
- Owned the voice-activity detector of a conference speaker from training to production: 18 KB, 0.6 ms per frame on a Cortex-M7, 90,000 units.
- Quantisation-aware training and channel pruning; word error behind the detector unchanged within 0.2 percentage points.
- Ported TensorFlow Lite Micro to the vendor's RTOS in C++, with a static arena checked at build time.
- Nightly hardware-in-the-loop benchmark on eight boards: p99 latency and current.

Software Engineer, Cauvery Systems, Bengaluru
July 2018 – April 2021
- C firmware for set-top boxes, embedded Linux, cross-compilation.

Education
BTech Electronics, NIT Calicut, 2018. Signal processing, computer architecture, operating systems.`,
  },
};
