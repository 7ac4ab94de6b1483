// People who come from firmware: a senior owner, a pure firmware engineer, a German-style table of dates, an author of fragments.
import type { ResumeCase } from './resume-case';

export const seniorFirmware: ResumeCase = {
  who: 'Tomasz Wieczorek, eleven years of firmware, the last five with models on the device',
  profile: 'edge-ai-engineer',
  level: 'senior',
  resume: `TOMASZ WIECZOREK
Principal embedded engineer
tomasz.w@example.org · +48 600 555 010 · Gdańsk

WORK EXPERIENCE

Principal Engineer, Embedded ML — Bałtyk Acoustics, Gdańsk
April 2021 to present
• Owned the hearing-aid noise classifier from model training to production firmware: 180,000 units in the field, no recall.
• Quantised the classifier to INT8 with per-channel scales and calibrated on field recordings; accuracy fell by 0.3 points and the model shrank from 412 KB to 108 KB.
• Pruned whole channels by magnitude until the peak arena fit into 64 KB of SRAM on an nRF5340.
• Replaced the TFLM depthwise kernels with hand-written CMSIS-NN variants on the Cortex-M33, which brought inference from 21 ms to 8.4 ms.
• Ported the same network to an Ethos-U55 prototype with the Vela compiler and compared energy per inference: 0.9 mJ against 2.7 mJ.
• Read the disassembly of the inner loop, found register spills that the compiler had hidden and won 11% of the cycles back.
• Built a test rig of twelve boards that measures latency and power every night, because two silicon revisions behaved differently at -10 °C.

Senior Firmware Engineer — Helios Metering, Gdynia
January 2015 to March 2021
• Designed the firmware of a battery-powered gas meter in C under FreeRTOS; 2.1 million units shipped, eleven years of battery life.
• Wrote the bootloader with signed updates and rollback after an interrupted transfer.
• Debugged brown-outs with an oscilloscope on the power rail and a logic analyser on SPI.
• Brought up four board revisions over JTAG and documented the procedure for the factory.

EDUCATION
MSc Electronics, Gdańsk University of Technology, 2009 – 2014
`,
  ratings: {
    Q1: [
      4,
      'Quantisation, pruning and kernels under TFLM in four measured accounts: the combination, with its cost in accuracy and its gain in size and time.',
    ],
    Q2: [
      4,
      'C, FreeRTOS, bootloader, JTAG, oscilloscope, logic analyser: six accounts over four areas, all in jobs, with figures.',
    ],
    Q3: [
      3,
      'CMSIS-NN on Cortex-M33, Ethos-U55 with Vela, a network squeezed into an nRF5340: measured, but all of it is ARM, and a 4 asks for two kinds of platform.',
    ],
    Q4: [
      4,
      'Eleven years; the classifier is told as owned from training to production firmware, with accuracy, latency and fleet size.',
    ],
    Q5: [4, 'Reads disassembly, measures every night on twelve boards, doubts the silicon, benchmarks energy.'],
  },
  embeddedYears: 11.5,
  mlYears: 5.3,
  equivalenceMet: true,
  figures: [
    ['fleet-size', 180000, 'units'],
    ['fleet-size', 2100000, 'units'],
    ['latency', 21, 'ms'],
    ['latency', 8.4, 'ms'],
    ['model-size', 108, 'KiB'],
    ['memory', 64, 'KiB'],
    ['energy', 0.9, 'mJ'],
  ],
};

export const pureFirmware: ResumeCase = {
  who: 'Grace Adeyemi, seven years of firmware, no machine learning, says so',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Grace Adeyemi
grace.adeyemi@example.org

Summary
Firmware engineer for motor drives and power supplies. I have no experience with neural networks in production and have never used TensorRT or ONNX. I am keen to learn post-training quantization.

Professional experience

Firmware Engineer, Volta Drives Ltd, Leeds (02/2021 - present)
- Wrote field-oriented motor control in C for an STM32G4; the current loop runs at 20 kHz with DMA-driven ADC sampling.
- Cut interrupt latency from 6 µs to 1.8 µs by moving the handler to core-coupled memory.
- Set up the cross-compilation with arm-none-eabi-gcc and CMake, and the linker script for two memory banks.
- Traced a lock-up to an erratum of the timer with a Lauterbach probe.

Junior Firmware Engineer, Pennine Power, Sheffield (09/2018 - 01/2021)
- Ported the power supply supervisor from bare metal to Zephyr.
- Wrote I2C and UART drivers with unit tests.

Education
BEng Electronic Engineering, University of Sheffield, 2015 - 2018
`,
  ratings: {
    Q1: [0, 'She says herself that she has not done it; quantisation is a wish. That is an answer, not silence.'],
    Q2: [4, 'Six accounts over languages, interrupts and DMA, cross-compilation, RTOS and debugging, all in jobs.'],
    Q3: [1, 'An STM32 is named, but no model ran on it; TensorRT is denied.'],
    Q4: [2, 'Nearly eight years of embedded work, but no deployment is told.'],
    Q5: [2, 'One account of silicon that is not as its datasheet says, without a figure.'],
  },
  embeddedYears: 7.8,
  mlYears: 0,
  equivalenceMet: false,
  figures: [
    ['latency', 0.006, 'ms'],
    ['latency', 0.0018, 'ms'],
  ],
  notCounted: [
    ['TensorRT', 'negated'],
    ['ONNX', 'negated'],
    ['post-training quantization', 'wished'],
  ],
};

export const germanStyle: ResumeCase = {
  who: 'Jürgen Maßmann, a German curriculum vitae in English words: dates first, months in figures, "heute"',
  profile: 'embedded-ai-engineer',
  level: 'mid',
  resume: `Lebenslauf

Persönliche Daten
Jürgen Maßmann, geboren in Ulm

Berufserfahrung

03/2019 – heute\tEntwicklungsingenieur Embedded Software, Donau Sensorik GmbH, Ulm
– Development of the firmware for a vibration sensor in C on an STM32L4 with FreeRTOS
– Porting of an anomaly detection network to the sensor with TensorFlow Lite Micro; 38 kB flash, 12,5 ms per window
– Commissioning of the boards with JTAG and oscilloscope
– Introduction of a nightly hardware-in-the-loop test that checks latency and current draw

09/2016 – 02/2019\tSoftwareentwickler, Alb Automotive AG, Neu-Ulm
– Design and implementation of CAN drivers in C++ under embedded Linux (Yocto)
– Maintenance of the device tree and of two kernel modules

Studium
10/2011 – 08/2016\tDiplom-Ingenieur Elektrotechnik, Universität Ulm

Kenntnisse
C, C++, Python, Git, Matlab
`,
  ratings: {
    Q1: [2, 'One network was brought to the sensor with TFLM: one account.'],
    Q2: [
      4,
      'Firmware, RTOS, drivers, Yocto, device tree, JTAG and oscilloscope in two jobs, told in the note form of a German curriculum vitae.',
    ],
    Q3: [
      2,
      'The TFLM port is the one account of a model on such a platform; it names no accelerator, the board is named elsewhere.',
    ],
    Q4: [2, 'Nearly ten years of embedded work; no deployment is told.'],
    Q5: [2, 'The nightly hardware-in-the-loop test is one account.'],
  },
  embeddedYears: 9.8,
  mlYears: 0,
  equivalenceMet: false,
  figures: [
    ['latency', 12.5, 'ms'],
    ['memory', 38, 'KiB'],
  ],
};

export const fragments: ResumeCase = {
  who: 'Kim Da-eun, bullets without verbs and without full stops',
  profile: 'edge-ai-engineer',
  level: 'mid',
  resume: `Kim Da-eun
Seoul | daeun.kim@example.org

Experience

Hanbit Robotics — Edge ML engineer — 2021.03 - 2025.12
* INT8 quantization of YOLOv8n for Hailo-8, mAP drop of 0.7
* Deployment on 340 warehouse robots, OTA rollback included
* 30 fps at 2.4 W, p95 latency 28 ms
* Hailo-8 vs Jetson Orin Nano benchmarking for the next robot

Mirae Cameras — Embedded software engineer — 2018.07 - 2021.02
* Buildroot image and device tree for an i.MX8 camera
* V4L2 camera driver, zero-copy path to the NPU
* Boot time from 11 s to 4 s

Tools: C++, Python, GDB, CMake
`,
  ratings: {
    Q1: [2, 'One account of quantisation, in note form; the robots get the result, but nothing else is told of how.'],
    Q2: [3, 'Buildroot, device tree, a driver with a zero-copy path: note form in a dated job, with a boot time.'],
    Q3: [
      3,
      'Hailo-8 with a measured accuracy drop, a comparison with Orin Nano and an NPU path: three accounts in one area besides NVIDIA.',
    ],
    Q4: [3, 'Years of both kinds and a deployment on 340 robots; it is not told whose it was.'],
    Q5: [3, 'A p95 latency and a comparison of two accelerators: two accounts in one area, one with a figure.'],
  },
  embeddedYears: 7.5,
  mlYears: 4.8,
  equivalenceMet: true,
  figures: [
    ['frame-rate', 30, 'fps'],
    ['power', 2400, 'mW'],
    ['latency', 28, 'ms'],
    ['fleet-size', 340, 'units'],
    ['latency', 11000, 'ms'],
    ['latency', 4000, 'ms'],
  ],
};
