// Duties D1–D10 of the edge AI family of roles; tasks, kits and coverage name them by tag.
import type { Duty } from '../role-profile';

export const duties: readonly Duty[] = [
  {
    tag: 'D1',
    text: 'Quantise, prune and compress trained networks until they meet the latency, memory and power budgets of the target.',
  },
  {
    tag: 'D2',
    text: 'Deploy optimised models with TensorFlow Lite, ONNX Runtime, OpenVINO, TensorRT and vendor SDKs.',
  },
  {
    tag: 'D3',
    text: 'Profile inference on embedded targets with hardware performance counters, power-rail measurements and latency benchmarks.',
  },
  {
    tag: 'D4',
    text: 'Write custom CUDA kernels, NEON intrinsics or HLS pipelines for the operators that hold everything up, on GPU, ARM or FPGA.',
  },
  {
    tag: 'D5',
    text: 'Redesign model architectures with researchers for hardware efficiency: MobileNet variants, EfficientDet, the YOLO families.',
  },
  {
    tag: 'D6',
    text: 'Integrate inference engines into embedded Linux, RTOS or bare-metal firmware in C, C++ and Python.',
  },
  {
    tag: 'D7',
    text: 'Build automated test pipelines that check accuracy, latency and power against what production needs.',
  },
  {
    tag: 'D8',
    text: 'Evaluate and benchmark accelerators: NVIDIA Jetson, Google Coral, Hailo-8, Qualcomm AI 100, ARM Ethos NPUs.',
  },
  { tag: 'D9', text: 'Manage model versions, over-the-air updates and rollback of devices in the field.' },
  {
    tag: 'D10',
    text: 'Document bring-up procedures, runtime configurations and optimisation trade-offs for other teams.',
  },
];
