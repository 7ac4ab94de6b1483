// The interview kits that a plan for an Edge AI Engineer starts with: three conversations that cover Q1 to Q5 and D1 to D10.
import type { DefaultKit } from './default-kit';

const embeddedDeepDive: DefaultKit = {
  title: 'Embedded systems deep dive',
  minutes: 60,
  focus: ['Q2', 'Q3'],
  purpose:
    'Find out whether the candidate can put an inference engine into firmware and keep it there: memory, interrupts, caches, accelerators and the toolchain between them. Duties D2, D4, D6 and D8.',
  preparation:
    'Read the positions that name a microcontroller, an RTOS or an accelerator and choose one to stay with for the whole hour; one device in depth says more than five in passing. Open the C submission and its stack and RAM figures: question 4 starts there. Have the target-hardware profile of the requisition beside you, so that numbers can be checked against a real device. Leave ten minutes for the candidate’s questions.',
  questions: [
    {
      text: 'Choose one device on which you have run a network. Draw where everything lives: weights, activations, stacks, DMA buffers, code. What would have been the first thing not to fit if the model had grown by half?',
      listenFor:
        'Strong: names regions and sizes without prompting, knows that activations and not weights usually set the RAM peak, and knows how the arena or planner arrived at its number. Weak: one number for "the model", no idea of what is in flash and what is copied.',
    },
    {
      text: 'A sensor fills a buffer by DMA while the previous frame is being processed. About once an hour the output is garbage. Walk me through your first day on that.',
      listenFor:
        'Strong: cache maintenance and alignment of DMA buffers, ownership of the two halves, volatile against barriers, priority of the interrupt against the task; makes the failure more frequent before theorising; uses a logic analyser or a GPIO toggle to prove the order of events. Weak: adds delays, makes the buffer larger, or restarts the task.',
    },
    {
      text: 'You move a network to an accelerator and eleven of ninety operators stay on the CPU. Latency gets worse than on the CPU alone. What is happening, and what are your options?',
      listenFor:
        'Strong: cost of partition boundaries (copies, cache flushes, layout and quantisation conversions), counts the boundaries rather than the operators, replaces or fuses the offenders in the model, writes a custom operator or kernel where it pays. Knows the limits of one vendor’s compiler from experience. Weak: "use a faster accelerator".',
    },
    {
      text: 'In your C submission, take the place with the highest stack use. Why is it there, and what would you give up to halve it?',
      listenFor:
        'Strong: recognises their own code, separates stack from static RAM, names the price (speed, a second pass, re-entrancy). Weak: cannot find the place, or would "raise the stack size".',
    },
    {
      text: 'The same source gives different results when it is built by another GCC for Arm. Both builds pass the unit tests on the desk. How do you find the reason, and what do you change so that it cannot come back?',
      listenFor:
        'Strong: undefined behaviour before compiler bugs, sanitizers on the host, map file and disassembly compared, floating-point contraction and soft against hard float ABI, pinned toolchain in CI. Weak: goes back to the old compiler and leaves it there.',
    },
  ],
  senior: [
    {
      text: 'You may choose the next accelerator for a product that must be built for seven years. Which three measurements decide, and which vendor claim do you not believe until you have seen it on your own board?',
      listenFor:
        'Strong: sustained rather than peak throughput at the case temperature, operator coverage for the next model and not for the last, life of the toolchain and supply. Has been wrong once and says how. Weak: compares TOPS.',
    },
  ],
};

const optimisationOnABudget: DefaultKit = {
  title: 'Model optimisation on a budget',
  minutes: 60,
  focus: ['Q1'],
  purpose:
    'Find out whether the candidate can bring a trained network inside a latency, memory and power budget, and knows at every step what it cost in accuracy. Duties D1, D2 and D5.',
  preparation:
    'Read the quotes under Q1 and mark every figure that stands without its baseline: ask for those first. Open the quantisation submission; wrong intermediate values tell you where the understanding ends. Bring one sheet of paper: the case in question 2 is worked out by hand, aloud, and the arithmetic matters less than which quantity is asked for first.',
  questions: [
    {
      text: 'Take the optimisation on your résumé that you are proudest of. What was the budget, what was the baseline and on which data, and in which order did you try things?',
      listenFor:
        'Strong: cheap things first (post-training quantisation, input size) and a measured reason for each next step; accuracy reported per class or on hard slices, not only on average; says what was tried and thrown away. Weak: a list of techniques and one final number.',
    },
    {
      text: 'A detector trained at 640 by 640 must give 15 frames a second within 3 W, and the accuracy may drop by 0.4 mAP. Today the INT8 build takes 95 ms a frame. What do you want to know, and what do you try first?',
      listenFor:
        'Strong: asks where the 95 ms go before proposing anything; sees that 15 frames a second leave about 66 ms; separates pre- and post-processing from inference; weighs input resolution, channel pruning to hardware-friendly multiples, removing operators that fall back, and distillation to win accuracy back. Weak: straight to INT4 or to a smaller model from a list.',
    },
    {
      text: 'Post-training quantisation costs three points of accuracy. How do you find out which layers are guilty, and when do you decide that quantisation-aware training is worth its price?',
      listenFor:
        'Strong: layer-by-layer sensitivity, ranges and outliers per channel, what the calibration set lacks, mixed precision for the few guilty layers; knows that batch norm must be folded and when. Prices training time and data access. Weak: "QAT is always better".',
    },
    {
      text: 'A colleague prunes 60 per cent of the weights, the file shrinks, and latency does not change at all. Explain that to a product manager, then to the colleague.',
      listenFor:
        'Strong: unstructured sparsity needs hardware and kernels that skip zeros; structured or channel pruning changes the shapes; memory-bound layers. Two explanations at two levels without contempt. Weak: only one of the two audiences is reached.',
    },
    {
      text: 'Which pattern in a published architecture do you change before you even try it on a mobile NPU, and what do you do when the researcher objects?',
      listenFor:
        'Strong: names patterns with reasons (depthwise with odd kernel sizes, squeeze-and-excite, certain activations, resizes, wide skip connections that keep tensors alive); proposes an experiment that both can accept. Weak: taste without a measurement.',
    },
  ],
  senior: [
    {
      text: 'You inherit a pipeline in which every model is tuned by hand by one person. What do you automate first, what do you leave to judgement, and how do you notice in a year that the automation has gone wrong?',
      listenFor:
        'Strong: accuracy and latency gates on the device in CI, versioned calibration data, search inside a small honest space; a held-out device as canary. Weak: buys a tool.',
    },
  ],
};

const bringUpHabits: DefaultKit = {
  title: 'Bring-up and benchmarking habits',
  minutes: 45,
  focus: ['Q5', 'Q4'],
  purpose:
    'Find out how the candidate behaves when hardware does not do what its datasheet says, what their numbers are worth, and how far their ownership went: to the bench, to the release, or to the device in the field. Duties D3, D7, D8, D9 and D10.',
  preparation:
    'Read the figures that were found in the documents and choose two whose conditions are not stated. Read the positions for years by kind, so that you need not ask for dates. Open the benchmark submission and its justification: question 1 goes on from it. Do not ask for names of customers or unreleased parts; ask for the method.',
  questions: [
    {
      text: 'In the benchmark task you were given, what would you have measured in addition before you signed the report, and what would have changed your conclusion?',
      listenFor:
        'Strong: warm-up, temperature, clock governor, percentiles instead of a mean, whether pre-processing is inside the number, load from other tenants of the memory bus. Says what result would prove them wrong. Weak: more runs of the same.',
    },
    {
      text: 'Tell me about a time when silicon and datasheet disagreed. How long did you believe the datasheet, and what convinced you?',
      listenFor:
        'Strong: a particular part and revision, a measurement that could not be explained away, the erratum or the vendor’s answer, and what was written down for the others. Weak: a general complaint, or a colleague found it.',
    },
    {
      text: 'Latency is 12 ms on your desk and 19 ms at the customer, same image, same board revision. List what could differ, in the order in which you would check.',
      listenFor:
        'Strong: cheapest check first; power supply and thermal path, governor and DVFS, input data that changes post-processing, other processes, SD card or flash wear, firmware of the accelerator. Asks for a trace from the field. Weak: asks the customer to send the board.',
    },
    {
      text: 'Which deployment was yours from the first prototype to devices in the field? What did you decide alone, what went wrong after release, and how did you learn of it?',
      listenFor:
        'Strong: separates "I" from "we" without being asked; staged update, monitoring, and a rollback that was really used; numbers before and after with the conditions. Weak: ownership ends at the demo, or nothing ever went wrong.',
    },
    {
      text: 'You hand a board over to another team on Friday and are away for a month. What do they get from you?',
      listenFor:
        'Strong: bring-up steps that a stranger has tried, known deviations, pinned versions, how to re-run the benchmark and which spread is normal. Weak: a link to the repository.',
    },
  ],
  senior: [
    {
      text: 'An update of the model raises accuracy on average and makes one site in two hundred unusable. You have twelve thousand units. What happens in the next six hours, and in the next six weeks?',
      listenFor:
        'Strong: stops the roll-out by cohort, rolls back by signed package, keeps the evidence, then a gate that would have caught it. Calm order of steps. Weak: hot-fixes forward.',
    },
  ],
};

export const edgeAiEngineerKits: readonly DefaultKit[] = [embeddedDeepDive, optimisationOnABudget, bringUpHabits];
