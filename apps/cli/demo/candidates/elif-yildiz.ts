// Consumer-electronics engineer, under review with some ratings confirmed.
import type { DemoCandidate } from '../candidate';

export const elifYildiz: DemoCandidate = {
  name: 'Elif Yıldız',
  email: 'elif.yildiz@mail.example',
  phone: '+90 532 555 01 39',
  source: 'Job board',
  resume: {
    fileName: 'ElifYildiz_Resume.txt',
    text: `Elif Yıldız
Istanbul, Türkiye · elif.yildiz@mail.example

Experience

Embedded AI Engineer, Boğaz Electronics, Istanbul
Sep 2022 – present
- Wake-word and sound-event models for earbuds on a HiFi DSP: fixed-point C, 62 KB of code, 3.1 mW while listening.
- Converted models with the TFLite converter and hand-wrote two fixed-point kernels; verified bit-exactness against the Python reference with golden vectors.
- Power measured at the rail with a shunt and an oscilloscope, fifty units; reported spread, not only the mean.

DSP Engineer, Galata Ses, Istanbul
Jul 2018 – Aug 2022
- Echo cancellation in C for a conference device, RTOS, double-buffered DMA.
- Assembly for the inner FIR loop, checked against the compiler's output with every release.

Education
MSc Electronics and Communication, Istanbul Technical University, 2018: signal processing, computer architecture

Skills
C, DSP assembly, Python, MATLAB, TFLite Micro, FreeRTOS, JTAG`,
  },
};
