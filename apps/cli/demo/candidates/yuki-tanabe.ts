// Accelerator specialist: FPGA and NPU compilers, good figures, little ownership after release.
import type { DemoCandidate } from '../candidate';

export const yukiTanabe: DemoCandidate = {
  name: 'Yuki Tanabe',
  email: 'yuki.tanabe@mail.example',
  phone: '+81 90 5550 1133',
  source: 'Company site',
  resume: {
    fileName: 'tanabe-yuki-resume.txt',
    text: `Yuki Tanabe
Osaka, Japan · yuki.tanabe@mail.example · willing to relocate to Oslo

Experience

Accelerator Software Engineer, Kitahama Silicon, Osaka
April 2022 – present
- Map vision networks to an in-house NPU: graph partitioning, layout conversion, fusing; raised the share of operators that run on the NPU from 71 % to 96 % for a segmentation network.
- Implemented a depthwise 5x5 kernel in NEON intrinsics for the operators that remain on the CPU, 3.1x faster than the reference.
- Benchmarked Hailo-8, Google Coral and the Arm Ethos-U65 with the same three networks: report p50 and p99 after thermal steady state, pre-processing included. Two vendors' figures could not be repeated.
- Redesigned the backbone with the research group: squeeze-and-excite removed, kernel sizes made uniform, channels in multiples of 16. Latency 34 ms to 12 ms, top-1 accuracy -0.6 percentage points, distillation won back 0.4.

FPGA Engineer, Nagara Vision, Nagoya
April 2019 – March 2022
- HLS pipelines for a line-scan inspection camera with Xilinx Vitis AI, 220 frames/s at 9 W.
- Mixed precision (INT8 weights, INT4 for three layers) after a sensitivity study layer by layer.
- Wrote the bring-up guide for the second board revision.

Education
MEng Information Engineering, Osaka University, 2019. Thesis on systolic arrays. Computer architecture, operating systems.

Skills
C++, Python, NEON, HLS, Verilog, Vitis AI, Apache TVM, ONNX, Ethos-U Vela, Linux perf`,
  },
};
