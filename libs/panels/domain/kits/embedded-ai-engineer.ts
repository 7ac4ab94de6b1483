// The interview kits that a plan for an Embedded AI Engineer starts with: the same criteria, seen from kilobytes and milliwatts.
import type { DefaultKit } from './default-kit';

const firmwareInKilobytes: DefaultKit = {
  title: 'Firmware in kilobytes',
  minutes: 60,
  focus: ['Q2', 'Q3'],
  purpose:
    'Find out whether the candidate is at home where there is no operating system to lean on: linker scripts, interrupts, fixed point, and the ML extensions of small cores. Duties D2, D4 and D6.',
  preparation:
    'Read the positions that name a microcontroller or DSP and note which parts of the stack were the candidate’s own. Open the C submission and its stack, RAM and code figures. Have the requisition’s target-hardware profile beside you: every question below may be asked for that device.',
  questions: [
    {
      text: 'You have 256 KB of RAM, no operating system, and a keyword spotter that wants 190 KB. The audio path, the radio stack and your own code need the rest. How do you make the room, and how do you prove that it stays there?',
      listenFor:
        'Strong: reads the map file, overlays buffers whose lives do not meet, plans the tensor arena, measures stacks by painting them, puts a check into the build. Weak: a bigger part, or "optimise the model" without a number.',
    },
    {
      text: 'Explain how a 16-bit fixed-point multiply-accumulate goes wrong, and how you choose where to round.',
      listenFor:
        'Strong: accumulator width, saturation against wrap, rounding bias over many taps, when to shift; knows what the DSP instructions or CMSIS-NN kernels do. Weak: "convert to float to be safe".',
    },
    {
      text: 'An interrupt arrives every 62.5 microseconds and inference takes 40 ms. What runs where, with which priority, and what is the longest time for which you may keep interrupts off?',
      listenFor:
        'Strong: double buffering, inference preemptible at the lowest priority, short critical sections measured and not guessed, no allocation in the interrupt. Weak: inference inside the interrupt, or one big lock.',
    },
    {
      text: 'In your C submission, which bytes could be saved without touching the algorithm, and which could not?',
      listenFor:
        'Strong: padding and order of fields, tables into flash, types that fit the range, code shared between paths; knows what the compiler has already done. Weak: guesses that comments cost nothing.',
    },
    {
      text: 'A board boots nine times in ten. You have a debugger that changes the timing when it is attached. What now?',
      listenFor:
        'Strong: reset cause register, supply ramp on the oscilloscope, toggles and a ring buffer in RAM that survives reset, brown-out levels, clock start-up. Weak: adds a delay until it boots ten times in ten.',
    },
  ],
  senior: [
    {
      text: 'You choose the microcontroller family for the next three products. Which property would you pay for that does not appear on the first page of the datasheet?',
      listenFor:
        'Strong: bus matrix and memory wait states, DMA that reaches the right RAM, sleep current with RAM kept, errata history, toolchain life. Weak: core clock and TOPS.',
    },
  ],
};

const smallModels: DefaultKit = {
  title: 'Small models that are good enough',
  minutes: 60,
  focus: ['Q1'],
  purpose:
    'Find out whether the candidate can make a network small on purpose: architecture, quantisation and pre-processing decided together, with the loss of accuracy known at each step. Duties D1, D2 and D5.',
  preparation:
    'Read the quotes under Q1; mark which figures were measured on the device and which on a workstation. Open the quantisation submission and see where the numbers first leave the key. Bring paper.',
  questions: [
    {
      text: 'Take your smallest network that shipped. Which input features did it get, why those, and what did you gain by moving work between pre-processing and the network?',
      listenFor:
        'Strong: feature extraction costs counted in the budget, frames and windows argued from the signal, a measured trade. Weak: features copied from a tutorial.',
    },
    {
      text: 'Work it out with me: a convolution with 64 input and 64 output channels, 3 by 3, on 24 by 24, in INT8. How many multiply-accumulates, how many bytes of weights, how many of activations? What changes when it becomes depthwise separable?',
      listenFor:
        'Strong: about 21 million multiply-accumulates, 36 KB of weights, 36 KB for input and output each; separable cuts the first two by nearly eight and leaves the activations. Slips in arithmetic do not matter, a missing quantity does. Weak: parameters alone.',
    },
    {
      text: 'Per-tensor or per-channel quantisation of weights, symmetric or asymmetric activations: what do you choose for a small core, and what does each choice cost at run time?',
      listenFor:
        'Strong: zero-point terms can be folded for weights but not for activations, per-channel multipliers cost a table, ReLU ranges waste half of a symmetric scale. Weak: quotes a default without its price.',
    },
    {
      text: 'Accuracy in the field is eight points below your test set after two weeks. The firmware is unchanged. How do you find out whether it is the data, the sensor, or your quantisation?',
      listenFor:
        'Strong: replays recorded raw input through float and integer builds, checks gain and offset of the sensor, looks at score distributions; has a privacy-safe way to get samples. Weak: retrains first.',
    },
  ],
  senior: [
    {
      text: 'How do you decide that a network is the wrong tool and a filter with a threshold is the right one?',
      listenFor:
        'Strong: has done it; compares at equal energy, counts maintenance and explainability. Weak: never considered it.',
    },
  ],
};

const measuringMilliwatts: DefaultKit = {
  title: 'Measuring milliwatts, owning devices',
  minutes: 45,
  focus: ['Q5', 'Q4'],
  purpose:
    'Find out what the candidate’s numbers are worth, how they deal with boards that differ, and how far their ownership went. Duties D3, D7, D8, D9 and D10.',
  preparation:
    'Read the figures found in the documents and choose two whose conditions are not stated. Open the benchmark submission and its justification. Ask for the method, never for a customer’s name or an unreleased part.',
  questions: [
    {
      text: 'How would you measure the energy of one inference on a part that sleeps at four microamperes and draws thirty milliamperes while it works? Which instrument lies to you, and when?',
      listenFor:
        'Strong: shunt range and burden voltage, sample rate against wake-up edges, integrates over whole cycles, subtracts the idle floor, several boards. Weak: multimeter average.',
    },
    {
      text: 'Ten boards of one batch, one of them twenty per cent slower. What are your first three checks?',
      listenFor:
        'Strong: clock source and trim, flash wait states or cache setting, supply and temperature; swaps one thing at a time and writes it down. Weak: declares the board faulty.',
    },
    {
      text: 'Show me how you would read the listing of your hottest loop. What tells you that the compiler did not do what you hoped?',
      listenFor:
        'Strong: loads inside the loop, missed SIMD or MAC instructions, spills, aliasing; changes the source, looks again, then measures. Weak: trusts -O3.',
    },
    {
      text: 'Which device in the field runs something that you owned from model to firmware? How does it get updates, and when did you last roll one back?',
      listenFor:
        'Strong: signed images, two slots, power loss during an update considered and tested; a real incident with its lesson. Weak: updates "by the gateway team".',
    },
    {
      text: 'What did you write down after your last bring-up that somebody else has used since?',
      listenFor: 'Strong: a named document, a deviation, a repeated measurement. Weak: comments in code.',
    },
  ],
  senior: [
    {
      text: 'Tell me about a release that you stopped. What did it cost, and would you do it again?',
      listenFor:
        'Strong: evidence against pressure, a clear threshold, consequences owned. Weak: never stopped one, or stopped it on a feeling.',
    },
  ],
};

export const embeddedAiEngineerKits: readonly DefaultKit[] = [firmwareInKilobytes, smallModels, measuringMilliwatts];
