// Every term of the role profile's qualifications is found under its tag, and so is what practitioners write instead.
import { findTerms } from '../terms';
import { criteria } from './profiles';

const named: Readonly<Record<string, readonly string[]>> = {
  Q1: [
    'PTQ',
    'QAT',
    'mixed precision',
    'structured pruning',
    'unstructured pruning',
    'channel pruning',
    'magnitude-based pruning',
    'gradient-based pruning',
    'knowledge distillation',
    'NAS search',
    'TFLite converter',
    'ONNX exporter',
    'TensorRT engine builder',
    'Apache TVM',
    'OpenVINO model optimiser',
    'NVIDIA TAO',
    'Qualcomm AIMET',
    'post-training quantization',
    'quantisation-aware training',
    'post training quantisation',
    'neural architecture search',
    'TFLM',
    'TensorFlow Lite Micro',
    'trtexec',
    'INT8',
    'MobileNetV2',
    'EfficientDet',
    'YOLOv8n',
    'OpenVINO model optimizer',
    'ONNX Runtime',
    'tf-lite',
  ],
  Q2: [
    'C++',
    'embedded C',
    'memory management',
    'pointer arithmetic',
    'cross-compilation',
    'GCC ARM',
    'arm-none-eabi-gcc',
    'LLVM',
    'vendor SDKs',
    'ESP-IDF',
    'FreeRTOS',
    'Zephyr',
    'task scheduling',
    'interrupts',
    'DMA',
    'embedded Linux',
    'Yocto',
    'Buildroot',
    'device tree',
    'devicetree',
    'JTAG',
    'logic analyser',
    'logic analyzer',
    'oscilloscope',
    'OpenOCD',
    'J-Link',
    'RTOS',
    'bare-metal',
    'ISR',
    'bootloader',
    'board bring-up',
  ],
  Q3: [
    'TensorRT',
    'Jetson',
    'Qualcomm SNPE',
    'QNN',
    'ARM Ethos',
    'Ethos-U55',
    'Cortex-M7',
    'CMSIS-NN',
    'FPGA',
    'Xilinx Vitis AI',
    'OpenVINO FPGA',
    'Jetson Orin',
    'Jetson Xavier',
    'Google Coral',
    'Edge TPU',
    'Raspberry Pi with AI HAT',
    'Snapdragon',
    'AI 100',
    'Hailo-8',
    'Kneron',
    'STM32',
    'nRF',
    'nRF52840',
    'arm_nn',
    'ArmNN',
    'CUDA kernels',
    'NEON intrinsics',
    'HLS pipelines',
  ],
  Q4: ['deployed', 'end to end', 'owned', 'fleet', 'OTA updates', 'rollback', 'production firmware'],
  Q5: [
    'datasheet',
    'errata',
    'silicon revision',
    'benchmarking',
    'p99',
    'warm-up runs',
    'performance counters',
    'perf counters',
    'power rails',
    'assembly',
    'disassembly',
    'compiler optimisation reports',
    'vectorisation report',
    'representative data',
    'thermal throttling',
    'hardware-in-the-loop',
  ],
};

describe.each(Object.entries(named))('%s', (tag, terms) => {
  const source = criteria.find((one) => one.tag === tag);

  it.each(terms)('%s', (term) => {
    const text = `ported a neural network: ${term} for an accelerator pipeline`;
    const found = findTerms(text, source?.terms ?? [], () => text).map(({ written }) => written);
    expect(found.some((written) => written === term || term.includes(written))).toBe(true);
  });
});

it('names an area of its criterion for every term', () => {
  for (const { areas, terms } of criteria)
    for (const { area } of terms) expect(areas.map(({ slug }) => slug)).toContain(area);
});

it('speaks for every duty of the role', () => {
  expect([...new Set(criteria.flatMap(({ duties }) => duties))].sort()).toEqual([
    'D1',
    'D10',
    'D2',
    'D3',
    'D4',
    'D5',
    'D6',
    'D7',
    'D8',
    'D9',
  ]);
});
