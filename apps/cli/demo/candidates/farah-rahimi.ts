// Senior embedded engineer for kilobytes and milliwatts; rated, next comes the assessment.
import type { DemoCandidate } from '../candidate';

export const farahRahimi: DemoCandidate = {
  name: 'Farah Rahimi',
  email: 'farah.rahimi@mail.example',
  phone: '+46 72 555 04 18',
  source: 'Referral',
  resume: {
    fileName: 'rahimi-cv.txt',
    text: `Farah Rahimi
Embedded engineer for battery-powered sensing · Lund, Sweden · farah.rahimi@mail.example

Experience

Principal Firmware Engineer, Öresund Hearing, Malmö
Jan 2020 – present
- Technical owner of the scene classifier in a hearing instrument, from the dataset to mass production: 41 KB of weights, 0.9 mW, 200,000 devices in the field.
- Quantised to INT8 with quantisation-aware training, 4 bits for two layers; 0.5 percentage points under the float model on recordings from real ears.
- Wrote the fixed-point kernels for a dual-MAC DSP in assembly and checked every compiler release against them with golden vectors.
- Measured current at the cell over temperature with a source meter; silicon drew 14 % more than the datasheet at 0 °C, confirmed by the vendor as an erratum.
- Stopped a release after a soak test showed one reset a week; the cause was a stack 24 bytes too small in one interrupt.

Firmware Engineer, Kullen Medical, Helsingborg
Aug 2014 – Dec 2019
- Zephyr on an nRF52 for a patch monitor: Bluetooth, signed updates with rollback, 9-day battery.
- DMA-driven ECG front end, arrhythmia detection with a small CNN under CMSIS-NN, 12 ms a beat.

Education
MSc Electrical Engineering, Lund University, 2014: signal processing, computer architecture, operating systems`,
  },
};
