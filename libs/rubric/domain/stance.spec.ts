// How a sentence speaks of a term: done, claimed, heard of, wished for, denied, advertised, or done by somebody else.
import { criteria } from './criteria/profiles';
import { type FoundEvidence, findEvidence, readParts } from './evidence';

function evidenceIn(text: string): FoundEvidence[] {
  const document = readParts({ id: 'd', kind: 'resume', text }, '2026-06-15');
  return findEvidence(document, criteria);
}

function stances(text: string, term: string): string[] {
  return [
    ...new Set(
      evidenceIn(text)
        .filter((one) => one.term === term)
        .map((one) => one.stance),
    ),
  ];
}

it.each([
  ['Ported TensorRT plugins to a new camera.', 'TensorRT plugins', 'work'],
  ['I have written NEON intrinsics for the convolution of a camera.', 'NEON intrinsics', 'work'],
  ['Without prior experience in vision, I built a TensorRT engine for our doorbell.', 'TensorRT engine', 'work'],
  ['Cut code size with LLVM without losing accuracy on the test bench.', 'LLVM', 'work'],
  ['Not only profiled but also rewrote the TVM schedule for the speaker.', 'TVM', 'work'],
  ['I am eager to learn, and I have ported TFLM to a hearing aid.', 'TFLM', 'work'],
  ['Expert in TensorRT.', 'TensorRT', 'claim'],
  ['Designed and implemented TensorRT.', 'TensorRT', 'claim'],
  ['Optimised TensorRT, TFLite, ONNX, OpenVINO and TVM for many customers in Europe.', 'OpenVINO', 'claim'],
  ['Tools: TensorRT, TVM', 'TensorRT', 'claim'],
  ['Familiar with Zephyr.', 'Zephyr', 'familiar'],
  ['Basic knowledge of Yocto and Buildroot.', 'Buildroot', 'familiar'],
  ['Attended a workshop on CUDA kernels for vision people.', 'CUDA kernels', 'familiar'],
  ['No experience with TensorRT.', 'TensorRT', 'negated'],
  ['No TensorRT or CUDA experience.', 'CUDA', 'negated'],
  ['I have not yet used Zephyr in a product.', 'Zephyr', 'negated'],
  ["I haven't deployed anything with OpenVINO.", 'OpenVINO', 'negated'],
  ['Never worked with JTAG.', 'JTAG', 'negated'],
  ['CUDA is new to me.', 'CUDA', 'negated'],
  ['TensorRT: none', 'TensorRT', 'negated'],
  ['Limited production experience with Yocto.', 'Yocto', 'negated'],
  ['Eager to learn TensorRT.', 'TensorRT', 'wished'],
  ['I would love to work with Hailo-8.', 'Hailo-8', 'wished'],
  ['Currently learning Zephyr.', 'Zephyr', 'wished'],
  ['Interested in quantization.', 'quantization', 'wished'],
  ['The ideal candidate has shipped TensorRT engines.', 'TensorRT engines', 'posting'],
  ['Experience with Zephyr is required.', 'Zephyr', 'posting'],
  ['My colleague wrote the TensorRT part of the product.', 'TensorRT', 'others'],
  ['The Yocto image was built by an external supplier.', 'Yocto', 'others'],
])('%s (%s): %s', (text, term, stance) => {
  expect(stances(text, term)).toEqual([stance]);
});

it('judges each term by its own clause', () => {
  const text = 'I have no experience with Vitis AI, but I ported TFLM to a valve controller.';
  expect([stances(text, 'Vitis AI'), stances(text, 'TFLM')]).toEqual([['negated'], ['work']]);
});

it.each([
  ['Pruned the backlog and the roses.'],
  ['Distilled requirements from customers.'],
  ['Coral Smith lives in Coral Gables.'],
  ['Xavier University, class of 2019.'],
  ['Backed up the office NAS.'],
  ['Grade C in music.'],
  ['The ethos of the team.'],
  ['Scanned barcodes.'],
  ['Debugged the jtagger.'],
])('finds no term in "%s"', (text) => {
  expect(evidenceIn(text).map(({ term }) => term)).toEqual([]);
});

it.each([
  ['C', 'Wrote the firmware in C.'],
  ['C', 'C, C++ and Python'],
  ['C++', 'Wrote C/C++ and Rust.'],
  ['C++17', 'Modern services in C++17.'],
  ['PTQ', 'PTQ on MobileNet'],
  ['arm_nn', 'arm_nn on a phone'],
  ['perf counters', 'read perf counters'],
  ['cross-compiled', 'cross-compiled it'],
])('finds %s in "%s"', (term, text) => {
  expect(evidenceIn(text).map((one) => one.term)).toEqual(expect.arrayContaining([expect.stringContaining(term)]));
});

it('takes one sentence written again with other terms for one account', () => {
  const text =
    'Tuned TensorRT for the doorbell camera.\nTuned OpenVINO for the doorbell camera.\nTuned TVM for the doorbell camera.';
  expect(
    new Set(
      evidenceIn(text)
        .filter(({ tag }) => tag === 'Q1')
        .map(({ shape }) => shape),
    ).size,
  ).toBe(1);
});
