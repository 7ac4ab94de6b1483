// Q1 Model optimisation: making a trained network small and fast enough for its target without losing what it knows.
import type { LadderCriterion, Term } from '../rubric';

/** Words that show the statement is about a network, for terms that have everyday meanings. */
const aboutNetworks =
  /\b(?:model|network|neural|cnn|dnn|weights?|channels?|filters?|layers?|sparsity|int8|quanti[sz]\w*|backbone|detector|classifier|transformer)/i;

const quantisation: Term[] = [
  {
    concept: 'post-training quantisation',
    area: 'quantisation',
    written: [
      'post training (?:(?:static|dynamic|integer|full integer|int8|8 bit) )?quanti[sz]ation',
      'post training quanti[sz]ed',
    ],
    exact: ['PTQ'],
  },
  {
    concept: 'quantisation-aware training',
    area: 'quantisation',
    written: [
      'quanti[sz]ation aware (?:re ?training|training|fine ?tuning|fine tuning)',
      'quanti[sz]ation aware',
      'fake quant(?:i[sz]ation)?',
    ],
    exact: ['QAT'],
  },
  {
    concept: 'mixed precision',
    area: 'quantisation',
    written: ['mixed precision', '(?:fp16|bf16) inference', 'int8/fp16'],
  },
  {
    concept: 'quantisation',
    area: 'quantisation',
    written: [
      'quanti[sz](?:e|ed|es|er|ing|ation)',
      're ?quanti[sz]ation',
      'int(?:4|8|16)(?!_t)',
      '(?:4|8) bit (?:integer|weights|activations|inference|models?|networks?)',
      'calibration (?:set|data ?set|data|images)',
      'per (?:channel|tensor) (?:scales?|quanti[sz]ation)',
    ],
  },
];

const pruning: Term[] = [
  {
    concept: 'structured pruning',
    area: 'pruning',
    written: ['structured (?:channel )?prun(?:ing|ed)', 'structured sparsity', '2:4 sparsity'],
  },
  {
    concept: 'unstructured pruning',
    area: 'pruning',
    written: ['unstructured prun(?:ing|ed)', 'unstructured sparsity'],
  },
  {
    concept: 'channel pruning',
    area: 'pruning',
    written: [
      'channel prun(?:ing|ed)',
      'filter prun(?:ing|ed)',
      'prun(?:ed|ing) (?:of )?(?:(?:the|whole|\\d+ ?%|\\d+ per cent) )?(?:of )?(?:the )?(?:channels|filters)',
    ],
  },
  { concept: 'magnitude-based pruning', area: 'pruning', written: ['magnitude (?:based )?(?:weight )?prun(?:ing|ed)'] },
  {
    concept: 'gradient-based pruning',
    area: 'pruning',
    written: ['gradient (?:based )?prun(?:ing|ed)', 'movement pruning', 'taylor pruning'],
  },
  { concept: 'pruning', area: 'pruning', written: ['prun(?:e|ed|es|ing)', 'lottery ticket'], needs: aboutNetworks },
];

const distillation: Term[] = [
  {
    concept: 'knowledge distillation',
    area: 'distillation',
    written: [
      'knowledge distillation',
      'teacher student',
      'student teacher',
      'student (?:network|model)',
      'self distillation',
    ],
  },
  {
    concept: 'distillation',
    area: 'distillation',
    written: ['distill?(?:ed|ing|ation|s)?'],
    needs: /\b(?:model|network|teacher|student|neural|cnn|bert|transformer|classifier|detector)/i,
  },
  {
    concept: 'neural architecture search',
    area: 'distillation',
    written: ['neural architecture search', 'hardware aware (?:architecture )?search', 'once for all network'],
    exact: ['NAS'],
    needs: /\b(?:search|architecture|neural|hardware.aware|model|distillation)/i,
  },
];

const toolchains: Term[] = [
  {
    concept: 'TFLite converter',
    area: 'toolchains',
    written: ['tensorflow lite(?: converter)?', 'tf ?lite(?: converter| delegates?)?', 'litert', 'tflite_convert'],
  },
  {
    concept: 'TensorFlow Lite Micro',
    area: 'toolchains',
    written: [
      'tensorflow lite (?:for )?micro(?:controllers)?',
      'tf ?lite (?:for )?micro(?:controllers)?',
      'litert for microcontrollers',
      'tflm',
      'tflu',
    ],
  },
  {
    concept: 'ONNX exporter',
    area: 'toolchains',
    written: [
      'onnx (?:export(?:er|s|ed|ing)?|runtime|graph(?:surgeon)?|models?|conversion)',
      'onnxruntime',
      'torch\\.onnx',
      'onnx',
      'ort mobile',
    ],
  },
  {
    concept: 'TensorRT engine builder',
    area: 'toolchains',
    written: ['tensor ?rt(?: engine builder| engines?| plugins?)?', 'trtexec', 'torch tensorrt'],
  },
  {
    concept: 'Apache TVM',
    area: 'toolchains',
    written: ['apache tvm', 'micro ?tvm', 'auto ?tvm', 'tvm relay'],
    exact: ['TVM'],
  },
  {
    concept: 'OpenVINO model optimiser',
    area: 'toolchains',
    written: ['openvino(?: model optimi[sz]er| toolkit)?', 'nncf'],
  },
  {
    concept: 'other compilers and runtimes',
    area: 'toolchains',
    written: [
      'executorch',
      'core ?ml tools',
      'mlir',
      'iree',
      'torch ?script',
      'pytorch mobile',
      'glow compiler',
      'ncnn',
      'tengine',
    ],
  },
];

const automation: Term[] = [
  {
    concept: 'NVIDIA TAO',
    area: 'automation',
    written: ['nvidia tao(?: toolkit)?', 'tao toolkit'],
    exact: ['TAO'],
    needs: /\b(?:nvidia|toolkit|tensorrt|model|jetson)/i,
  },
  { concept: 'Qualcomm AIMET', area: 'automation', written: ['aimet', 'ai model efficiency toolkit'] },
  {
    concept: 'other optimisation kits',
    area: 'automation',
    written: [
      'neural compressor',
      'tensorflow model optimi[sz]ation(?: toolkit)?',
      'tfmot',
      'edge impulse',
      'deci infery',
      'neural magic',
      'sparseml',
      'modelopt',
      'optuna sweep',
    ],
  },
];

const architectures: Term[] = [
  {
    concept: 'MobileNet family',
    area: 'architectures',
    written: [
      'mobile ?net(?:v?\\d)?(?: ?v\\d)?(?: ssd)?',
      'mobilenet\\w*',
      'ds cnn',
      'mcunet',
      'squeezenet',
      'shufflenet\\w*',
      'ghostnet',
    ],
  },
  { concept: 'EfficientDet family', area: 'architectures', written: ['efficient ?det\\w*', 'efficient ?net\\w*'] },
  {
    concept: 'YOLO family',
    area: 'architectures',
    written: ['(?:tiny )?yolo(?: ?v?\\d+\\w*| ?x| nas)?(?: nano| tiny)?'],
  },
  {
    concept: 'hardware-aware redesign',
    area: 'architectures',
    written: [
      'depthwise(?: separable)?',
      'batch ?norm(?:alisation|alization)? fold(?:ing|ed)',
      'operator fusion',
      'layer fusion',
      'op fusion',
      'fus(?:ed|ing) (?:the )?(?:operators|layers|conv\\w*)',
      're ?parameteri[sz]ation',
    ],
  },
];

const none = 'The documents show nothing about making a network smaller or faster.';
const named = 'Methods or tools are named in a list, a course or a wish; no account of applying one.';

export const modelOptimisation: LadderCriterion = {
  tag: 'Q1',
  title: 'Model optimisation',
  whatCounts:
    'PTQ, QAT and mixed precision; structured, unstructured and channel pruning, by magnitude or gradient; knowledge distillation and NAS; ' +
    'TFLite converter, ONNX exporter, TensorRT engine builder, Apache TVM, OpenVINO model optimiser; automation such as NVIDIA TAO and Qualcomm AIMET.',
  duties: ['D1', 'D2', 'D5'],
  areas: [
    { slug: 'quantisation', title: 'Quantisation' },
    { slug: 'pruning', title: 'Pruning' },
    { slug: 'distillation', title: 'Distillation and architecture search' },
    { slug: 'toolchains', title: 'Toolchains' },
    { slug: 'automation', title: 'Automation' },
    { slug: 'architectures', title: 'Efficient architectures' },
  ],
  anchors: {
    junior: [
      none,
      named,
      'Applied one method or toolchain to a network, in a course project, thesis or job.',
      'Applied methods in at least two pieces of work, one of them measured or done in a job.',
      'Applied methods from two areas in three pieces of work and measured what they cost or saved.',
    ],
    mid: [
      none,
      named,
      'Applied one method or toolchain to a real network, once or without a measured result.',
      'Applied methods from two areas in at least two pieces of work, one of them measured or done in a job.',
      'Combined methods from three areas and reports two measured results, such as accuracy against latency or size.',
    ],
    senior: [
      none,
      named,
      'Applied methods to real networks, but without the breadth or the figures that the level asks for.',
      'Applied methods from two areas in two pieces of work, with a measured result, in a job.',
      'Combined methods from three areas in three pieces of work in jobs and shows in figures what was traded for what.',
    ],
  },
  terms: [...quantisation, ...pruning, ...distillation, ...toolchains, ...automation, ...architectures],
  ladders: {
    junior: {
      three: { accounts: 2, areas: 1, measured: 0, dated: 0, concrete: 1 },
      four: { accounts: 3, areas: 2, measured: 1, dated: 0, concrete: 1 },
    },
    mid: {
      three: { accounts: 2, areas: 2, measured: 0, dated: 0, concrete: 1 },
      four: { accounts: 3, areas: 3, measured: 2, dated: 0, concrete: 2 },
    },
    senior: {
      three: { accounts: 2, areas: 2, measured: 1, dated: 1, concrete: 2 },
      four: { accounts: 3, areas: 3, measured: 2, dated: 2, concrete: 3 },
    },
  },
};
