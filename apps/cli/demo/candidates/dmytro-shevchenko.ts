// Embedded engineer with motor control and vibration models; invited.
import type { DemoCandidate } from '../candidate';

export const dmytroShevchenko: DemoCandidate = {
  name: 'Dmytro Shevchenko',
  email: 'dmytro.shevchenko@mail.example',
  phone: '+48 512 555 088',
  source: 'Company site',
  resume: {
    fileName: 'Shevchenko_Dmytro.txt',
    text: `Dmytro Shevchenko
Embedded engineer · Wrocław, Poland · dmytro.shevchenko@mail.example

Experience

Senior Embedded Engineer, Odra Drives, Wrocław
March 2019 – present
- Condition monitoring on the motor controller itself: 1D CNN of 22 KB on an STM32G4 beside the control loop at 16 kHz, 0.8 ms per window.
- Led the deployment to 8,500 drives in two plants; false alarms fell from 3.1 to 0.4 per drive and year.
- Wrote the scheduler test that shows the worst-case latency of the control loop with inference running: 3.9 µs of jitter.
- Pruned whole channels and re-trained; flash 188 KB to 131 KB.

Embedded Engineer, Dnipro Avionika, Dnipro
July 2014 – February 2019
- Bare-metal C for flight instruments, unit tests on target, JTAG and logic analyser daily.

Education
Specialist degree, Radio Electronics, Dnipro, 2014

Skills
C, C++, CMSIS-DSP, CMSIS-NN, STM32, FreeRTOS, Python, TFLite Micro`,
  },
};
