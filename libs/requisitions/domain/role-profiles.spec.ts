// The role profiles carry every duty, qualification and context line of their source, findable by tag.
import { getRoleProfile, roleProfiles } from './role-profiles';

const tags = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** Words that the source has under each tag. */
const mustHold: Readonly<Record<string, readonly string[]>> = {
  D1: ['Quantise', 'prune', 'latency', 'memory', 'power'],
  D2: ['TensorFlow Lite', 'ONNX Runtime', 'OpenVINO', 'TensorRT', 'vendor SDKs'],
  D3: ['performance counters', 'power-rail', 'latency benchmarks'],
  D4: ['CUDA', 'NEON', 'HLS', 'GPU', 'ARM', 'FPGA'],
  D5: ['MobileNet', 'EfficientDet', 'YOLO'],
  D6: ['embedded Linux', 'RTOS', 'bare-metal', 'C, C++ and Python'],
  D7: ['accuracy, latency and power'],
  D8: ['Jetson', 'Coral', 'Hailo-8', 'AI 100', 'Ethos'],
  D9: ['over-the-air', 'rollback'],
  D10: ['bring-up', 'runtime configurations', 'trade-offs'],
  Q1: [
    'Post-training quantisation',
    'quantisation-aware',
    'mixed precision',
    'channel',
    'magnitude or gradient',
    'distillation',
    'architecture search',
    'TFLite',
    'ONNX',
    'TensorRT',
    'TVM',
    'OpenVINO',
    'TAO',
    'AIMET',
  ],
  Q2: [
    'pointer arithmetic',
    'GCC ARM',
    'LLVM',
    'FreeRTOS',
    'Zephyr',
    'DMA',
    'Yocto',
    'Buildroot',
    'device trees',
    'JTAG',
    'logic analyser',
    'oscilloscope',
  ],
  Q3: [
    'SNPE',
    'QNN',
    'CMSIS-NN',
    'Vitis AI',
    'OpenVINO for FPGA',
    'Orin',
    'Xavier',
    'HATs',
    'Snapdragon',
    'Hailo-8',
    'Kneron',
    'STM32',
    'nRF',
    'Ethos',
  ],
  Q4: [
    'embedded and machine learning',
    'latency, accuracy, power, memory or fleet size',
    'One to two years',
    'two or more years',
  ],
  Q5: ['datasheet', 'benchmarking', 'reflects production', 'assembly', 'compiler optimisation reports'],
};

it.each(roleProfiles.map((profile) => [profile.title, profile] as const))(
  '%s has D1–D10 and Q1–Q5 with what the source names',
  (_, profile) => {
    expect(profile.duties.map((duty) => duty.tag)).toEqual(tags('D', 10));
    expect(profile.criteria.map((criterion) => criterion.tag)).toEqual(tags('Q', 5));
    const texts = new Map([
      ...profile.duties.map((duty) => [duty.tag, duty.text] as const),
      ...profile.criteria.map((criterion) => [criterion.tag, criterion.counts] as const),
    ]);
    for (const [tag, words] of Object.entries(mustHold))
      for (const word of words) expect(`${tag}: ${texts.get(tag)}`).toContain(word);
    expect(profile.education).toMatch(/computer architecture, signal processing and operating systems/);
    expect(profile.experience).toMatch(/three to six years.*12 to 18 months/s);
    expect(profile.certifications).toMatch(
      /NVIDIA Deep Learning Institute.*ARM Accredited Engineer.*Qualcomm AI developer/,
    );
  },
);

it('states pay only where the source does', () => {
  expect(getRoleProfile('edge-ai-engineer').payHint).toBeNull();
  expect(getRoleProfile('embedded-ai-engineer').payHint).toEqual({ currency: 'USD', min: 105_000, max: 175_000 });
  expect(() => getRoleProfile('llm-engineer')).toThrow('There is no role profile "llm-engineer"');
});
