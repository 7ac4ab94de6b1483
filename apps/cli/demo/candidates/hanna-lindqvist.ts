// Solid all-rounder with figures; assessment submitted.
import type { DemoCandidate } from '../candidate';

export const hannaLindqvist: DemoCandidate = {
  name: 'Hanna Lindqvist',
  email: 'hanna.lindqvist@mail.example',
  phone: '+46 70 555 01 62',
  source: 'Company site',
  resume: {
    fileName: 'Lindqvist, Hanna - CV.txt',
    text: `Hanna Lindqvist
Gothenburg · hanna.lindqvist@mail.example · +46 70 555 01 62

Profile
Embedded Linux engineer with three years of deployed computer vision. Likes profilers more than frameworks.

Professional experience

Computer Vision Engineer (embedded), Skagerrak Marine Systems, Gothenburg
May 2023 – present
- Deployed a vessel detector on Snapdragon with Qualcomm QNN; 31 frames/s at 1280x720 within 4.2 W, 9.4 ms p50 and 14 ms p99 for the network alone.
- Post-training quantisation with 600 calibration images chosen by weather; lost 0.9 mAP, won back 0.6 by keeping the first and the last layer in 16 bit.
- Traced latency spikes to memory-bandwidth contention with the video encoder: perf stat and the SoC's bus counters; re-ordered the pipeline instead of the model.
- Integrated ONNX Runtime as the fall-back on embedded Linux, one C++ interface for both.

Embedded Linux Engineer, Orust Elektronik, Uddevalla
Aug 2019 – Apr 2023
- Yocto layers and device tree for three boards; kernel driver for a CMOS sensor.
- RAUC updates with two slots and power-fail tests (1,000 interrupted updates, no brick).
- Cross-compilation with LLVM for Cortex-A and Cortex-M from one build.

Education
MSc Computer Science and Engineering, Chalmers, 2019: operating systems, computer architecture, image analysis

Technical skills
C++, C, Python, QNN, ONNX Runtime, GStreamer, Yocto, perf, ftrace, JTAG`,
  },
};
