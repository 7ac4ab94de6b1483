// People who try it on, and texts that are no account of anybody's work.
import type { ResumeCase } from './resume-case';

export const stuffer: ResumeCase = {
  who: 'Max Power, every keyword of the field and no work',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Max Power
Expert Edge AI Engineer

Skills
PTQ, QAT, mixed precision, pruning, distillation, NAS, TFLite, ONNX, TensorRT, TVM, OpenVINO, TAO, AIMET, C, C++, FreeRTOS, Zephyr, Yocto, Buildroot, JTAG, oscilloscope, CUDA, NEON, HLS, Jetson Orin, Coral, Hailo-8, SNPE, QNN, CMSIS-NN, Vitis AI, Ethos, STM32, nRF

Experience
AI Engineer, Self-employed, 2019 - present
- Expert in TensorRT, TFLite, ONNX Runtime, OpenVINO and Apache TVM.
- Used quantization-aware training, pruning, distillation and NAS.
- Worked with FreeRTOS, Zephyr, Yocto, JTAG and oscilloscope.
- Implemented TensorRT, TFLite, ONNX, CMSIS-NN, Vitis AI, SNPE, QNN, Hailo-8, Coral, Jetson.
- Deployed models. Optimized models. Quantized models. Pruned models.
- Strong experience in CUDA kernels, NEON intrinsics and HLS pipelines.
- Successfully designed and developed TensorRT solutions.
- Successfully designed and developed OpenVINO solutions.
- Successfully designed and developed CMSIS-NN solutions.
- Proficient in errata, datasheets, assembly, performance counters, benchmarking.
`,
  ratings: {
    Q1: [1, 'Every method is named, none is told: there is no network, no target, no result.'],
    Q2: [1, 'Named only.'],
    Q3: [1, 'Named only; the three sentences of one mould say nothing about the work.'],
    Q4: [
      2,
      'The title and the dates say seven years of AI; no deployment is told ("deployed models" names no platform).',
    ],
    Q5: [1, 'Named only.'],
  },
  embeddedYears: 0,
  mlYears: 7,
  equivalenceMet: false,
};

export const pastedPosting: ResumeCase = {
  who: 'Sam Vale, who pasted the job advertisement under an empty résumé',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Sam Vale
sam.vale@example.org

Experience
Web Developer, Pixel Farm, Jan 2021 - Dec 2023
- Built shop pages in TypeScript.

Requirements
- Deploy optimised models with TensorRT on Jetson at 30 FPS.
- Write NEON intrinsics for bottleneck operators.

The ideal candidate has shipped INT8 models with TFLite on STM32. You will quantise networks with QAT. Experience with Zephyr is required. We are looking for somebody who has owned a fleet of 12,000 devices.
`,
  ratings: {
    Q1: [0, 'All of it is the advertisement.'],
    Q2: [0, 'All of it is the advertisement.'],
    Q3: [0, 'All of it is the advertisement.'],
    Q4: [0, 'Three years of web pages.'],
    Q5: [0, 'Nothing.'],
  },
  silent: ['Q5'],
  embeddedYears: 0,
  mlYears: 0,
  equivalenceMet: false,
  notCounted: [
    ['TensorRT', 'posting'],
    ['QAT', 'posting'],
    ['Zephyr', 'posting'],
  ],
};

export const honestDenial: ResumeCase = {
  who: 'Ines Moreau, whose letter says what she has not done as carefully as what she has',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Ines Moreau
ines.moreau@example.org

Experience

Embedded Software Engineer, Rhône Instruments, Lyon
May 2021 – present
- Wrote the acquisition firmware of a water analyser in C++ on Zephyr, with DMA from the ADC and 40 KB of RAM in all.
- Ported a leak classifier with TFLM to the nRF52840 of the analyser; 91% accuracy, 34 ms, deployed on 600 analysers.

Software Engineer, Saône Data, Lyon
Sept. 2018 – Apr. 2021
- Trained leak detection models in PyTorch and Keras and evaluated them on two years of field data.
- Built the labelling pipeline for acoustic recordings.
`,
  letter: `Dear team,

I have shipped one model to a microcontroller and would do it differently today. I have not worked with FPGAs, and CUDA is new to me. My colleague wrote the TensorRT part of our demonstrator, so I cannot claim it. I have basic knowledge of Yocto, and I would love to learn Vitis AI.

Kind regards
Ines Moreau
`,
  ratings: {
    Q1: [2, 'One TFLM port, measured: one account.'],
    Q2: [3, 'The acquisition firmware and the port to the nRF52840: two accounts over several areas, with figures.'],
    Q3: [2, 'One model on an nRF52840.'],
    Q4: [
      3,
      'Five years of embedded and two and a half of machine learning: the equivalence is met, and 600 analysers carry the model. Ownership is not told.',
    ],
    Q5: [2, 'Evaluated on field data: one account.'],
  },
  embeddedYears: 5.2,
  mlYears: 2.7,
  equivalenceMet: true,
  figures: [
    ['accuracy', 91, '%'],
    ['latency', 34, 'ms'],
    ['fleet-size', 600, 'units'],
    ['memory', 40, 'KiB'],
  ],
  notCounted: [
    ['FPGAs', 'negated'],
    ['CUDA', 'negated'],
    ['TensorRT', 'others'],
    ['Vitis AI', 'wished'],
  ],
};

export const unrelated: ResumeCase = {
  who: 'Paul Ashworth, a gardener called Xavier by his friends, with a Coral pond',
  profile: 'embedded-ai-engineer',
  level: 'mid',
  resume: `Paul Xavier Ashworth

Employment
Head gardener, Coral House, Torquay, 2012 - 2020
- Pruned 400 apple trees a year and trained two apprentices.
- Designed the rose garden and distilled lavender oil.
Groundsman, Orion Park, 2020 - present
- Planted 12 m of hedge in C shape, cut the watering bill by 30%.
`,
  ratings: {
    Q1: [0, 'Trees are pruned and lavender is distilled: not networks.'],
    Q2: [0, 'The letter C is a shape.'],
    Q3: [0, 'Coral is a house and Xavier a name.'],
    Q4: [0, 'Fourteen years of gardens.'],
    Q5: [0, 'Nothing.'],
  },
  silent: ['Q1', 'Q2', 'Q3', 'Q5'],
  embeddedYears: 0,
  mlYears: 0,
  equivalenceMet: false,
};
