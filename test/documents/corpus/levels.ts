// The same craft at other levels and in other shapes: a graduate, overlapping jobs, a rendered JSON Resume, a two-page FPGA career.
import type { ResumeCase } from './resume-case';

export const graduate: ResumeCase = {
  who: 'Mei-Ling Chou, a graduate with an internship and a thesis',
  profile: 'embedded-ai-engineer',
  level: 'junior',
  resume: `Mei-Ling Chou
meiling@example.org  |  github.com/example

Education
M.Sc. Computer Engineering, TU Delft, Sep 2023 - Aug 2025
Thesis: Keyword spotting below one milliwatt. Trained a DS-CNN, quantized it to 8-bit weights with TFLite and ran it on a GAP9 at 0.7 mW with 93.4% accuracy.
Relevant coursework: computer architecture, digital signal processing, operating systems

Experience
Embedded software intern, Waal Audio, Nijmegen, Feb 2024 - Aug 2024
- Wrote an I2S driver with double-buffered DMA in C for the STM32U5.
- Debugged dropped samples with a Saleae logic analyzer and documented the fix.
- Benchmarked three FFT libraries with the DWT cycle counter.

Skills
C, Rust, Python, Zephyr, KiCad
`,
  ratings: {
    Q1: [2, 'One network in a thesis: one account.'],
    Q2: [
      3,
      'A driver with DMA in C and a debugged fault with a logic analyser: two accounts over three areas, in an internship. A 4 asks for three.',
    ],
    Q3: [2, 'One model on a GAP9.'],
    Q4: [3, 'Half a year of embedded work, and a network that ran on a device with figures.'],
    Q5: [2, 'One benchmark with a cycle counter.'],
  },
  embeddedYears: 0.6,
  mlYears: 0,
  equivalenceMet: false,
  figures: [
    ['power', 0.7, 'mW'],
    ['accuracy', 93.4, '%'],
  ],
};

export const overlapping: ResumeCase = {
  who: 'Omar Haddad, two jobs at once and a start-up on the side',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Omar Haddad

Experience

Embedded Linux Engineer, Cedar Telecom | Jan 2019 - Dec 2021
Maintained the Yocto layers of a gateway in C and brought up a new SoC revision with U-Boot and JTAG.

Firmware Consultant (part time), Litani Agri | Jul 2020 - Jun 2022
Wrote LoRa firmware under FreeRTOS for 900 soil sensors and measured sleep current at 3 µW.

Machine Learning Engineer, Cedar Telecom | Jan '22 - Dec '23
Trained anomaly detection models in PyTorch, pruned and exported them with ONNX, and deployed them on the gateways with ONNX Runtime: 14 ms, 22 MB of RAM.
`,
  ratings: {
    Q1: [2, 'One account over two areas.'],
    Q2: [3, 'Yocto, U-Boot, JTAG, C and FreeRTOS: five areas, but told in two sentences. A 4 asks for four accounts.'],
    Q3: [0, 'A gateway is a constrained platform, but no accelerator is named.'],
    Q4: [
      3,
      'Embedded from 2019 to mid 2022 counted once, machine learning for two years, a measured deployment on gateways. Not told as owned.',
    ],
    Q5: [0, 'Nothing is told of method.'],
  },
  silent: ['Q3', 'Q5'],
  embeddedYears: 3.5,
  mlYears: 2,
  equivalenceMet: true,
  figures: [
    ['latency', 14, 'ms'],
    ['memory', 22528, 'KiB'],
    ['power', 0.003, 'mW'],
  ],
};

export const jsonResume: ResumeCase = {
  who: 'Sofia Lindgren, a JSON Resume as the reader renders it',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Sofia Lindgren
Edge AI engineer
sofia@example.org | Gothenburg, SE

Summary
Puts networks on small machines and measures what they cost.

Experience
Edge AI Engineer, Skagerrak Drones
2022-08-01 – present
- Pruned and quantized a YOLO detector and compiled it with Apache TVM for a Kria board with Vitis AI: 4.1x smaller, 33 FPS.
- Compared Vitis AI on the Kria with a Coral TPU; published the p99 latency of both with warm-up and thermal throttling excluded and named.

Embedded Developer, Kattegat Marine
2019-01 – 2022-07
- Wrote C++ for a sonar on bare metal, with a ring buffer between the interrupt and the filter.

Skills
Machine learning: PyTorch, TVM
Embedded: C++, Zephyr
`,
  ratings: {
    Q1: [2, 'Pruning, quantisation and TVM, but in one account.'],
    Q2: [2, 'One account of C++ on bare metal.'],
    Q3: [3, 'Vitis AI on a Kria, measured, and a comparison with a Coral.'],
    Q4: [2, 'The years are there; nothing is told as deployed.'],
    Q5: [2, 'One account of careful benchmarking, without a figure.'],
  },
  embeddedYears: 7.5,
  mlYears: 3.9,
  equivalenceMet: true,
  figures: [
    ['compression', 4.1, '×'],
    ['frame-rate', 33, 'fps'],
  ],
};
