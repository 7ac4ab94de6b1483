// Strong on every criterion: owned a detector from training to twelve thousand vehicles.
import type { DemoCandidate } from '../candidate';

export const luciaFernandez: DemoCandidate = {
  name: 'Lucía Fernández Ortega',
  email: 'lucia.fernandez@mail.example',
  phone: '+34 600 555 014',
  source: 'Embedded conference talk',
  resume: {
    fileName: 'lucia-fernandez-ortega.txt',
    text: `Lucía Fernández Ortega
Edge AI engineer · Valencia, Spain · lucia.fernandez@mail.example · +34 600 555 014

Summary
Engineer who takes detectors from a training cluster to vehicles. Five years between model and metal, the last three with responsibility for a fleet.

Experience

Edge AI Engineer, Cobalto Mobility, Valencia
Feb 2023 – present
- Owned the pedestrian detector of a driver-assistance camera end to end, from the model handed over by research to production firmware in a fleet of 12,000 units.
- Quantised a YOLO detector to INT8 with quantisation-aware training after post-training quantisation had cost 2.1 mAP; the shipped model stays within 0.4 mAP of FP32.
- Pruned channels by magnitude to multiples of eight and replaced two activations that fell back to the CPU: latency on Jetson Orin fell from 95 ms to 41 ms a frame at 15 W.
- Built the TensorRT engine pipeline with a calibration cache under version control, and traced a wrong engine back to a changed driver within a day.
- Designed the staged OTA roll-out with signed packages and automatic rollback; rolled back once, from 3 % of the fleet, when rain in one region doubled false positives.
- Profiled with Nsight Systems and hardware performance counters; found that 40 % of frame time was image resizing on the CPU and moved it to the VIC engine.

Embedded Software Engineer, Tramuntana Sensors, Barcelona
Sep 2020 – Jan 2023
- Wrote C++ firmware for a radar module on an STM32H7 under FreeRTOS: DMA double buffering, cache maintenance, interrupt priorities.
- Ported a gesture classifier with CMSIS-NN and TensorFlow Lite Micro; 38 KB of arena, 11 ms per inference, measured with a GPIO and a logic analyser.
- Debugged a boot failure that showed on one board in thirty over JTAG; the supply ramp was slower than the datasheet of the regulator promised, and the erratum came a month later.
- Cross-compiled the tool chain with Yocto for the gateway and maintained its device tree.

Skills
C, C++17, Python, TensorRT, ONNX Runtime, TensorFlow Lite, CMSIS-NN, FreeRTOS, Yocto, CMake, Nsight, JTAG, oscilloscope

Education
MSc Electronic Engineering, Universitat Politècnica de València, 2020. Courses: computer architecture, digital signal processing, operating systems.

Certifications
NVIDIA Deep Learning Institute: Optimisation and Deployment with TensorRT, 2022`,
  },
  letter: {
    fileName: 'letter-lucia-fernandez.txt',
    text: `Dear Ms Nair,

your posting names a budget of 66 milliseconds and three watts, and that is why I am writing: most postings name a framework.

In my present work I own a detector from the research hand-over to the vehicle. What I learned there is less about quantisation than about proof. We now keep, for every release, the latency at the case temperature of a parked car in August, because our first numbers were from a desk with a fan. The p99 of the first release was 58 ms in the laboratory and 83 ms in the field.

I would like to work closer to the bottom again, on hardware that has not been decided yet.

Kind regards
Lucía Fernández Ortega`,
  },
};
