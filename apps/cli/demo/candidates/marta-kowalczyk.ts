// Strong in firmware and measuring, thinner in model optimisation: the case on which two interviewers disagree.
import type { DemoCandidate } from '../candidate';

export const martaKowalczyk: DemoCandidate = {
  name: 'Marta Kowalczyk',
  email: 'marta.kowalczyk@mail.example',
  phone: '+48 601 555 027',
  source: 'Referral',
  resume: {
    fileName: 'Kowalczyk_CV_2026.txt',
    text: `MARTA KOWALCZYK
Firmware engineer, Kraków · marta.kowalczyk@mail.example · +48 601 555 027

EXPERIENCE

Senior Firmware Engineer, Wawel Instruments, Kraków
04/2021 – present
- Lead firmware for a vibration monitor on an STM32U5: bare-metal C, DMA, tickless sleep at 6 µA, 4-year battery.
- Integrated an autoencoder of 46 KB with CMSIS-NN into the main loop; hand-planned the tensor arena so that it shares RAM with the radio buffers, peak 61 KB instead of 88 KB.
- Measured energy per inference on twenty boards with a source meter: 1.9 mJ ± 0.2 mJ; wrote the procedure that the test department still uses.
- Found that one board in fifteen ran 18 % slower: the flash wait states were set from a datasheet table that a later revision had corrected. Documented the deviation for the other teams.
- Read the disassembly of the convolution kernel, removed two loads from the inner loop with restrict and unrolling, 23 % fewer cycles on the DWT counter.

Embedded Engineer, Lechia Automation, Gdańsk
09/2017 – 03/2021
- C++ on embedded Linux (Buildroot) for a PLC gateway; device tree, drivers for two ADCs, secure boot.
- Introduced hardware-in-the-loop tests: 40 boards in a rack, nightly runs, latency and power gates.
- Rolled out signed A/B updates to 2,300 gateways with rollback.

PROJECTS
Post-training quantisation of a keyword spotter with the TFLite converter; compared per-tensor and per-channel scales, 1.4 percentage points apart on my own recordings.

SKILLS
C, C++, Python, CMSIS-NN, TensorFlow Lite Micro, Zephyr, FreeRTOS, Buildroot, JTAG, logic analyser, oscilloscope

EDUCATION
MSc Automatic Control, AGH Kraków, 2017. Computer architecture, signal processing, real-time systems.`,
  },
  letter: {
    fileName: 'Kowalczyk_letter.txt',
    text: `Dear hiring team,

I build the part that runs when the model is finished. For five years I have squeezed other people's networks into memory that was promised to something else, and I have learned to distrust every number whose conditions are not written beside it, my own first.

What I lack is training at scale: I have quantised, and I have argued with researchers about kernel sizes, but I have not yet run quantisation-aware training on a network of more than a million parameters. I would rather say so here than have you find it.

With kind regards,
Marta Kowalczyk`,
  },
};
