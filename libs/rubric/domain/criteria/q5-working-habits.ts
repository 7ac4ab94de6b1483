// Q5 Working habits: how somebody deals with hardware that is not as its datasheet says, and with numbers.
import type { LadderCriterion, Term } from '../rubric';

const variability: Term[] = [
  {
    concept: 'silicon differs from its datasheet',
    area: 'variability',
    written: [
      'data ?sheets?',
      'errata',
      'erratum',
      'silicon (?:bugs?|revisions?|steppings?|variation)',
      'chip revisions?',
      'engineering samples?',
    ],
  },
  {
    concept: 'hardware variability',
    area: 'variability',
    written: [
      'hardware variability',
      '(?:unit|board|chip|device|part|sensor) to (?:unit|board|chip|device|part|sensor)(?: variations?| spread| differences)?',
      'process corners?',
      'temperature (?:drift|sweeps?|range|chamber)',
      'climate chamber',
      'thermal chamber',
      'across (?:\\d+ |all |several |different )?(?:boards|units|revisions|samples|silicon)',
      'brown ?outs?',
      'numerics? (?:mismatch|differ\\w*)',
      'bit exact(?:ness)?',
      'golden (?:vectors?|references?|samples?)',
      'on silicon',
    ],
  },
];

const benchmarking: Term[] = [
  {
    concept: 'disciplined benchmarking',
    area: 'benchmarking',
    written: [
      'benchmark(?:ed|ing|s)?(?: methodology| suite| harness| protocol)?',
      'mlperf(?: tiny| inference)?',
      'warm ?up (?:runs?|iterations?|phase)',
      'warm up (?:runs?|iterations?|phase)',
      'thermal (?:throttling|steady state|soak)',
      'steady state',
      'confidence intervals?',
      'standard deviation',
      'variance',
      'outliers',
      'reproducib(?:le|ility)',
      'repeatab(?:le|ility)',
      'measurement error',
    ],
  },
  {
    concept: 'percentiles, not averages',
    area: 'benchmarking',
    written: [
      'p(?:50|90|95|99|99\\.9)',
      '(?:95th|99th|90th) percentile',
      'percentiles?',
      'tail latency',
      'worst case latency',
      'latency (?:distributions?|histograms?|spikes?|jitter)',
    ],
  },
  {
    concept: 'reflects production',
    area: 'benchmarking',
    written: [
      'production (?:workloads?|traffic|data|conditions|traces?)',
      'representative (?:data|data ?set|inputs?|workloads?)',
      'field (?:data|recordings?|logs)',
      'real world (?:conditions|recordings?)',
      'pre ?processing (?:included|time)',
      'end to end latency',
    ],
  },
  {
    concept: 'performance counters',
    area: 'benchmarking',
    written: [
      '(?:hardware |hw )?perf(?:ormance)? counters?',
      'pmu(?: counters| events)?',
      'perf stat',
      'cycle counters?',
      'dwt cyccnt',
      'cache miss(?:es)?',
      'memory bandwidth',
      'roofline(?: model| analysis)?',
      'streamline',
      'nsight(?: systems| compute)?',
      'simpleperf',
      'vtune',
    ],
    exact: ['DWT'],
  },
  {
    concept: 'automated measurement',
    area: 'benchmarking',
    written: [
      'hardware in the loop',
      'energy per inference',
      'measured (?:the )?(?:power|latency|current|energy)',
      'compared (?:the )?(?:latency|energy|power|accuracy)',
      'test (?:rigs?|benches|bench|farm|racks?)',
      'device farm',
      'regression (?:tests?|benchmarks?|suite)',
      'nightly (?:benchmarks?|builds?|runs?|tests?)',
      'latency (?:gates?|regressions?)',
      'power (?:measurements?|budget|rails?)',
    ],
    exact: ['HIL'],
  },
];

const assembly: Term[] = [
  {
    concept: 'reading assembly',
    area: 'assembly',
    written: [
      'assembl(?:y|er)(?: code| language| listings?| output)?',
      'dis ?assembl(?:y|ed|ing|er)',
      'objdump',
      'godbolt',
      'compiler explorer',
      'instruction scheduling',
      'inline asm',
      'register (?:spills?|pressure)',
      'pipeline stalls?',
    ],
  },
  {
    concept: 'compiler optimisation reports',
    area: 'assembly',
    written: [
      '(?:compiler )?optimi[sz]ation (?:reports?|remarks)',
      'vectori[sz]ation reports?',
      'vectori[sz]er remarks',
      'rpass',
      'fopt info',
      'auto ?vectori[sz](?:ed|ation|er)',
      'compiler (?:output|remarks|reports?|flags)',
      'link time optimi[sz]ation',
      'profile guided optimi[sz]ation',
    ],
    exact: ['LTO', 'PGO'],
  },
];

const none = 'The documents say nothing about it. Most résumés do not: ask in the interview.';
const named = 'The habit is named (benchmarks, assembly, errata) without an account of what was found or done.';

export const workingHabits: LadderCriterion = {
  tag: 'Q5',
  title: 'Working habits',
  whatCounts:
    'Tolerance for hardware variability, because silicon differs from its datasheet; disciplined benchmarking: knowing what was measured and whether it reflects production; reading assembly and compiler optimisation reports.',
  duties: ['D3', 'D7', 'D10'],
  areas: [
    { slug: 'variability', title: 'Hardware variability' },
    { slug: 'benchmarking', title: 'Benchmarking' },
    { slug: 'assembly', title: 'Assembly and compiler reports' },
  ],
  anchors: {
    junior: [
      none,
      named,
      'One account of measuring, or of looking below the source code.',
      'Two such accounts, one of them measured or from a job.',
      'Two such accounts from two areas, with a figure.',
    ],
    mid: [
      none,
      named,
      'One account of measuring carefully, of coping with odd hardware, or of looking below the source code.',
      'Two such accounts, one with a figure: says what was measured or what the machine really did.',
      'Three such accounts from two areas, with a figure: measures, doubts, and looks below the source code.',
    ],
    senior: [
      none,
      named,
      'One account of measuring carefully, of coping with odd hardware, or of looking below the source code, or two without a figure.',
      'Two such accounts from jobs, with a figure.',
      'Four such accounts from two areas, with two figures: others could repeat the measurements.',
    ],
  },
  terms: [...variability, ...benchmarking, ...assembly],
  ladders: {
    junior: {
      three: { accounts: 2, areas: 1, measured: 0, dated: 0, concrete: 1 },
      four: { accounts: 2, areas: 2, measured: 1, dated: 0, concrete: 1 },
    },
    mid: {
      three: { accounts: 2, areas: 1, measured: 1, dated: 0, concrete: 1 },
      four: { accounts: 3, areas: 2, measured: 1, dated: 0, concrete: 2 },
    },
    senior: {
      three: { accounts: 2, areas: 1, measured: 1, dated: 2, concrete: 2 },
      four: { accounts: 4, areas: 2, measured: 2, dated: 2, concrete: 3 },
    },
  },
};
