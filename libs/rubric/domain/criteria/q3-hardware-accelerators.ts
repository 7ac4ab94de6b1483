// Q3 Hardware accelerators: the silicon that runs the model, and the vendor's way to it.
import type { LadderCriterion, Term } from '../rubric';

/** A board or core alone is not an accelerator: work with it counts here only where a model runs on it. */
const runsModel =
  /\b(?:models?|inference|neural|prun\w*|arena|networks?|cnn|ml|tinyml|ai|deep learning|machine learning|classif\w+|detect(?:or|ion)|keyword spotting|wake.?word|segmentation|quanti[sz]\w*|tflm|tf ?lite\w*|onnx\w*|tensor\w*|cmsis.?nn|yolo\w*|mobilenet\w*|convolution\w*)\b/i;

const nvidia: Term[] = [
  { concept: 'TensorRT', area: 'nvidia', written: ['tensor ?rt(?: engines?| plugins?)?', 'trtexec'] },
  {
    concept: 'Jetson',
    area: 'nvidia',
    written: [
      '(?:nvidia )?jetson(?: (?:agx )?(?:orin|xavier|nano|tx[12])(?: nano| nx)?)?',
      'jetpack',
      'deepstream',
      'nvidia drive',
    ],
    exact: ['DLA', 'Orin(?: NX| Nano| AGX)?', 'Xavier(?: NX| AGX)', '(?<=AGX |Orin/|Orin and |Orin or )Xavier'],
  },
  {
    concept: 'CUDA kernels',
    area: 'nvidia',
    written: ['cuda(?: kernels?)?', 'cudnn', 'cutlass', 'nsight(?: systems| compute)?'],
  },
];

const qualcomm: Term[] = [
  { concept: 'SNPE', area: 'qualcomm', written: ['snpe', 'snapdragon neural processing(?: engine| sdk)?'] },
  {
    concept: 'QNN',
    area: 'qualcomm',
    written: ['qnn', 'qualcomm ai engine(?: direct)?', 'hexagon(?: dsp| npu| nn)?', 'hvx'],
  },
  { concept: 'Snapdragon', area: 'qualcomm', written: ['snapdragon(?: \\d\\w*)?'], workNeeds: runsModel },
  {
    concept: 'Qualcomm AI 100',
    area: 'qualcomm',
    written: ['(?:qualcomm )?cloud ai ?100', 'qualcomm ai ?100', 'qaic'],
    exact: ['AI 100'],
  },
];

const arm: Term[] = [
  {
    concept: 'ARM Ethos NPU',
    area: 'arm',
    written: ['(?:arm )?ethos [un]\\d*\\w*', 'arm ethos', 'ethos npus?', 'vela compiler'],
    exact: ['Ethos'],
  },
  { concept: 'CMSIS-NN', area: 'arm', written: ['cmsis nn', 'cmsis dsp'] },
  {
    concept: 'ARM NN',
    area: 'arm',
    written: ['arm ?nn', 'arm_nn', 'arm nn', 'arm compute library', 'kleidiai', 'xnnpack'],
  },
  {
    concept: 'NEON intrinsics',
    area: 'arm',
    written: ['neon(?: intrinsics| kernels?| assembly| simd)', 'arm neon', 'helium(?= mve| vector| intrinsics)'],
    exact: ['NEON', 'MVE', 'SVE2?'],
  },
  {
    concept: 'Cortex-M ML extensions',
    area: 'arm',
    written: ['cortex ?m\\d*\\w*', 'cortex m\\d*\\w*'],
    workNeeds: runsModel,
  },
  {
    concept: 'STM32',
    area: 'arm',
    written: ['stm32\\w*', 'stm32 ?cube\\.?ai', 'x cube ai', 'st edge ai', 'nanoedge'],
    workNeeds: runsModel,
  },
  { concept: 'nRF', area: 'arm', written: ['nrf ?\\d{2}\\w*', 'nordic nrf'], exact: ['nRF'], workNeeds: runsModel },
  {
    concept: 'other microcontrollers with ML support',
    area: 'arm',
    written: [
      'esp32\\w*',
      'esp nn',
      'esp dl',
      'max7800\\d',
      'apollo[34]\\w*',
      'i\\.?mx ?rt\\w*',
      'gap[89]',
      'rp2040',
      'renesas ra\\w*',
    ],
    workNeeds: runsModel,
  },
];

const microcontrollerRuntimes: Term[] = [
  {
    concept: 'TensorFlow Lite Micro',
    area: 'arm',
    written: [
      'tensorflow lite (?:for )?micro(?:controllers)?',
      'tf ?lite (?:for )?micro(?:controllers)?',
      'litert for microcontrollers',
      'tflm',
      'tflu',
    ],
  },
];

const fpga: Term[] = [
  {
    concept: 'Xilinx Vitis AI',
    area: 'fpga',
    written: ['(?:xilinx |amd )?vitis ai', 'xilinx dpu', 'finn compiler', 'hls4ml', 'versal ai'],
    exact: ['DPU'],
  },
  { concept: 'Intel OpenVINO FPGA', area: 'fpga', written: ['openvino fpga', 'intel fpga ai suite', 'fpga ai suite'] },
  {
    concept: 'HLS pipelines',
    area: 'fpga',
    written: ['hls(?: pipelines?| kernels?)', 'vitis hls', 'vivado hls', 'high level synthesis'],
    exact: ['HLS'],
    workNeeds:
      /\b(?:fpga|vitis|vivado|xilinx|zynq|pipelin\w*|kernel\w*|synthesis|convolution\w*|operator\w*|accelerator\w*)/i,
  },
  {
    concept: 'FPGA',
    area: 'fpga',
    written: ['fpgas?', 'zynq\\w*', 'ultrascale\\+?', 'systemverilog', 'verilog', 'vhdl', 'systolic array'],
    workNeeds: runsModel,
  },
];

const modules: Term[] = [
  {
    concept: 'Coral',
    area: 'modules',
    written: [
      'google coral',
      'coral (?:edge ?tpu|dev board|usb|m\\.2|micro|mini|accelerator|tpu)',
      'edge ?tpu(?: compiler)?',
      'edge tpu(?: compiler)?',
    ],
  },
  {
    concept: 'Coral',
    area: 'modules',
    exact: ['Coral'],
    needs: /\b(?:tpu|accelerators?|inference|jetson|hailo\w*|raspberry|npu|tflite)/i,
  },
  { concept: 'Hailo', area: 'modules', written: ['hailo(?: ?(?:8|8l|10h?|15))?(?: dataflow compiler)?'] },
  { concept: 'Kneron', area: 'modules', written: ['kneron(?: kl\\d+)?'] },
  {
    concept: 'Raspberry Pi with accelerator HAT',
    area: 'modules',
    written: [
      'raspberry pi(?: \\w+)? (?:with (?:an? )?)?(?:ai |accelerator |hailo )(?:hat|kit)s?\\+?',
      'raspberry pi ai (?:kit|hat\\+?)',
      'ai hat\\+?',
      'accelerator hats?',
    ],
  },
  {
    concept: 'Raspberry Pi',
    area: 'modules',
    written: ['raspberry pi(?: (?:zero|pico|\\d)\\w*)?'],
    workNeeds: runsModel,
  },
  {
    concept: 'other NPUs',
    area: 'modules',
    written: [
      'movidius',
      'myriad x',
      'neural compute stick',
      'rknn(?: toolkit)?',
      'rk35\\d\\d\\w*',
      'ambarella',
      'nxp eiq',
      'tidl',
      'tda4\\w*',
      'mediatek (?:apu|neuropilot)',
      'apple neural engine',
      'exynos npu',
      'kria',
      'npus?',
      'syntiant',
      'ncs2',
    ],
  },
];

const none = 'The documents show nothing about accelerators or the platforms that carry them.';
const named = 'Platforms or SDKs are named in a list, a course or a wish; no account of a model running on one.';

export const hardwareAccelerators: LadderCriterion = {
  tag: 'Q3',
  title: 'Hardware accelerators',
  whatCounts:
    'TensorRT and Jetson pipelines; Qualcomm SNPE or QNN; ARM Ethos NPUs or the ML extensions of Cortex-M with CMSIS-NN; FPGA inference with Xilinx Vitis AI or Intel OpenVINO FPGA; ' +
    'platforms such as Jetson Orin and Xavier, Coral, Raspberry Pi with accelerator HATs, Snapdragon, AI 100, Hailo-8, Kneron, STM32, nRF and Ethos.',
  duties: ['D2', 'D4', 'D8'],
  areas: [
    { slug: 'nvidia', title: 'NVIDIA: TensorRT, Jetson, CUDA' },
    { slug: 'qualcomm', title: 'Qualcomm: SNPE, QNN, Snapdragon, AI 100' },
    { slug: 'arm', title: 'ARM: Ethos, Cortex-M, CMSIS-NN, NEON' },
    { slug: 'fpga', title: 'FPGA: Vitis AI, OpenVINO FPGA, HLS' },
    { slug: 'modules', title: 'Other accelerators and modules' },
  ],
  anchors: {
    junior: [
      none,
      named,
      'Ran a model on one such platform, in a course project, thesis or job.',
      'Two accounts of models on such platforms, one of them measured or done in a job.',
      'Three accounts on two kinds of platform, with a measured result.',
    ],
    mid: [
      none,
      named,
      'Ran a model on one such platform, once or without saying what came of it.',
      'At least two accounts of models on such platforms, one of them measured and one done in a job.',
      'Three accounts on two kinds of platform, with two measured results: can choose between accelerators.',
    ],
    senior: [
      none,
      named,
      'Worked with such platforms, but without the figures that the level asks for.',
      'Two accounts of models on such platforms in jobs, with a measured result.',
      'Three accounts on two kinds of platform in jobs, with two measured results: can choose between accelerators and write for them.',
    ],
  },
  terms: [...nvidia, ...qualcomm, ...arm, ...microcontrollerRuntimes, ...fpga, ...modules],
  ladders: {
    junior: {
      three: { accounts: 2, areas: 1, measured: 0, dated: 0, concrete: 1 },
      four: { accounts: 3, areas: 2, measured: 1, dated: 0, concrete: 1 },
    },
    mid: {
      three: { accounts: 2, areas: 1, measured: 1, dated: 1, concrete: 1 },
      four: { accounts: 3, areas: 2, measured: 2, dated: 1, concrete: 2 },
    },
    senior: {
      three: { accounts: 2, areas: 1, measured: 1, dated: 2, concrete: 2 },
      four: { accounts: 3, areas: 2, measured: 2, dated: 2, concrete: 3 },
    },
  },
};
