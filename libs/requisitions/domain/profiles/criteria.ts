// Qualifications Q1–Q5 of the edge AI family of roles: what counts as evidence for each criterion of the rubric.
import type { ProfileCriterion } from '../role-profile';

export const criteria: readonly ProfileCriterion[] = [
  {
    tag: 'Q1',
    title: 'Model optimisation',
    counts:
      'Post-training quantisation, quantisation-aware training and mixed precision; structured, unstructured and channel pruning, by magnitude or gradient; ' +
      'knowledge distillation and architecture search; TFLite converter, ONNX exporter, TensorRT engine builder, Apache TVM, OpenVINO model optimiser; ' +
      'automation such as NVIDIA TAO or Qualcomm AIMET.',
  },
  {
    tag: 'Q2',
    title: 'Embedded and systems',
    counts:
      'C and C++ with memory management and pointer arithmetic; cross-compilation with GCC ARM, LLVM or vendor SDKs; an RTOS such as FreeRTOS or Zephyr with scheduling, interrupts and DMA; ' +
      'embedded Linux with Yocto, Buildroot and device trees; hardware debugging with JTAG, a logic analyser, and an oscilloscope for power.',
  },
  {
    tag: 'Q3',
    title: 'Hardware accelerators',
    counts:
      'The TensorRT and Jetson pipeline; Qualcomm SNPE or QNN; ARM Ethos NPUs or Cortex-M ML extensions with CMSIS-NN; FPGA inference with Xilinx Vitis AI or Intel OpenVINO for FPGA; ' +
      'platforms such as Jetson Orin and Xavier, Coral, Raspberry Pi with accelerator HATs, Snapdragon, AI 100, Hailo-8, Kneron, STM32, nRF and Ethos.',
  },
  {
    tag: 'Q4',
    title: 'Experience and ownership',
    counts:
      'Years by kind, embedded and machine learning; deployments owned from end to end, with figures for latency, accuracy, power, memory or fleet size. ' +
      'One to two years of embedded firmware together with two or more years of machine learning are competitive at mid level.',
  },
  {
    tag: 'Q5',
    title: 'Working habits',
    counts:
      'Calm with hardware that differs from its datasheet; disciplined benchmarking, knowing what was measured and whether it reflects production; reading assembly and compiler optimisation reports.',
  },
];
