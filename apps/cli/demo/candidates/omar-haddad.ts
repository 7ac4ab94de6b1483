// Firmware engineer with a first deployment; invited to the assessment.
import type { DemoCandidate } from '../candidate';

export const omarHaddad: DemoCandidate = {
  name: 'Omar Haddad',
  email: 'omar.haddad@mail.example',
  phone: '+33 6 55 50 19 84',
  source: 'Job board',
  resume: {
    fileName: 'CV_Omar_Haddad.txt',
    text: `Omar Haddad
Firmware engineer · Grenoble, France · omar.haddad@mail.example

Experience

Firmware Engineer, Drac Énergie, Grenoble
October 2021 – present
- C firmware under FreeRTOS for a smart meter on a Cortex-M33; memory map, linker script and bootloader are mine.
- Deployed an appliance classifier (1D CNN, 29 KB) with STM32Cube.AI in 5,400 meters; accuracy 91.2 % on the device against 92.0 % in training, the loss explained by the ADC of the production boards.
- Brought flash use from 497 KB to 410 KB with link-time optimisation and by reading the map file, which made room for the model.
- Supports the production line: wrote the test that finds a wrongly trimmed oscillator in 40 seconds.

Electronics Technician then Junior Engineer, Belledonne Mesure, Grenoble
September 2018 – September 2021
- Test benches with oscilloscope and power analyser; Python automation.

Education
Diplôme d'ingénieur, Electronics, Grenoble INP, 2018 (work-study). Signal processing, computer architecture.

Skills
C, Python, FreeRTOS, STM32, CAN, JTAG, PTQ with the TFLite converter, Git`,
  },
};
