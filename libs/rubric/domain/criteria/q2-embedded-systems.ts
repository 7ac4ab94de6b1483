// Q2 Embedded and systems: the machine under the model, from pointer arithmetic to the oscilloscope.
import type { LadderCriterion, Term } from '../rubric';

const languages: Term[] = [
  { concept: 'C++', area: 'languages', written: ['(?:embedded |modern )?c\\+\\+(?:\\d\\d)?', 'c/c\\+\\+(?:\\d\\d)?'] },
  // The bare letter is only taken where its neighbours show that the language is meant.
  {
    concept: 'C',
    area: 'languages',
    written: ['embedded c', 'ansi c', 'c programming', 'misra c(?::\\d+)?', 'c firmware', 'c code'],
    exact: [
      'C(?:89|99|11|17|23)',
      '(?<=\\b(?:[Ii]n|[Uu]sing|[Ww]ith)\\s)C(?=[,.;:)]|$|\\s(?:for|on|under|with|and|using|to|at|by|from|that|which|code|firmware|drivers?|tests?|library)\\b)',
      '(?<=[,;:|•]\\s?)C(?=\\s{0,2}(?:[,;|•\\n]|$))',
      'C(?=,? (?:and|or|&) (?:C\\+\\+|Python|Rust|[Aa]ssembl)|, ?(?:C\\+\\+|Python|Rust|[Aa]ssembl))',
      '(?<=(?:[Aa]ssembly|Python|Rust|[Aa]ssembler),? (?:and|or|&)? ?)C',
    ],
  },
  {
    concept: 'memory management',
    area: 'languages',
    written: [
      '(?:manual )?memory management',
      'memory (?:pools?|arena|allocators?)',
      'arena allocator',
      'static allocation',
      'custom allocators?',
      'heap free',
      'malloc free',
      'zero copy',
      'ring buffers?',
      'lock free',
    ],
  },
  { concept: 'pointer arithmetic', area: 'languages', written: ['pointer arithmetic', 'raw pointers', 'pointers'] },
  {
    concept: 'linker scripts',
    area: 'languages',
    written: ['linker scripts?', 'linker map', 'map files?', 'start ?up code'],
  },
  { concept: 'embedded Rust', area: 'languages', written: ['embedded rust', 'no_std'] },
];

const crossCompilation: Term[] = [
  {
    concept: 'cross-compilation',
    area: 'cross-compilation',
    written: [
      'cross ?compil(?:ed|e|es|er|ers|ing|ation)',
      'cross compil(?:ed|e|es|er|ers|ing|ation)',
      'cross toolchains?',
      'cmake toolchain(?: files?)?',
    ],
  },
  {
    concept: 'GCC ARM',
    area: 'cross-compilation',
    written: [
      'gcc arm',
      'arm gcc',
      'gnu arm(?: embedded)?(?: toolchain)?',
      'arm none eabi(?: gcc)?',
      'aarch64 linux gnu(?: gcc)?',
      'arm linux gnueabihf(?: gcc)?',
      'armclang',
    ],
  },
  { concept: 'LLVM', area: 'cross-compilation', written: ['llvm', 'clang', 'lld'] },
  {
    concept: 'vendor SDKs',
    area: 'cross-compilation',
    written: [
      'vendor sdks?',
      'stm32 ?cube\\w*',
      'nrf connect(?: sdk)?',
      'esp idf',
      'mcuxpresso',
      'keil(?: mdk)?',
      'iar embedded workbench',
      'segger embedded studio',
      'pico sdk',
      'simplicity studio',
      'code composer studio',
      'harmony sdk',
    ],
    exact: ['IAR'],
  },
];

const rtos: Term[] = [
  { concept: 'FreeRTOS', area: 'rtos', written: ['free ?rtos', 'safertos'] },
  { concept: 'Zephyr', area: 'rtos', written: ['zephyr(?: rtos| os)?'] },
  {
    concept: 'RTOS',
    area: 'rtos',
    written: [
      'rtos',
      'real time operating systems?',
      'threadx',
      'azure rtos',
      'qnx',
      'vxworks',
      'nuttx',
      'rt thread',
      'mbed os',
      'keil rtx',
      'rtems',
      'embos',
    ],
  },
  {
    concept: 'scheduling',
    area: 'rtos',
    written: [
      '(?:task|thread|rate monotonic|real time|preemptive|priority) schedul(?:ing|er|ers)',
      'rtos schedul(?:ing|er)',
      'priority inversion',
      'task priorities',
      'pre ?emptive tasks',
      'worst case execution time',
    ],
    exact: ['WCET'],
  },
  {
    concept: 'interrupts',
    area: 'rtos',
    written: ['interrupts?(?: handlers?| driven| latency| service routines?)?', 'nvic'],
    exact: ['ISRs?'],
  },
  {
    concept: 'DMA',
    area: 'rtos',
    written: ['direct memory access', 'dma (?:driven|transfers?|controller|channels?|buffers?)', 'double buffered dma'],
    exact: ['DMA'],
  },
];

const firmware: Term[] = [
  {
    concept: 'firmware',
    area: 'firmware',
    written: [
      'firmware',
      'bare ?metal',
      'bare metal',
      'micro ?controllers?',
      'mcus?',
      'cortex ?[mr]\\d*\\w*',
      'cortex [mr]\\d*\\w*',
    ],
  },
  { concept: 'bootloaders', area: 'firmware', written: ['boot ?loaders?', 'mcuboot', 'secure boot'] },
  {
    concept: 'peripherals and drivers',
    area: 'firmware',
    written: [
      'device drivers?',
      'peripheral drivers?',
      '(?:spi|i2c|uart|can|usb|ethernet|adc|sensor|camera|flash|i2s) drivers?',
      'can bus',
      'modbus',
      'mipi csi(?: 2)?',
    ],
    exact: ['SPI', 'I2C', 'I²C', 'UART', 'CAN FD', 'I2S', 'QSPI'],
  },
];

const embeddedLinux: Term[] = [
  {
    concept: 'embedded Linux',
    area: 'embedded-linux',
    written: ['embedded linux', 'linux bsp', 'board support packages?', 'preempt rt'],
    exact: ['BSPs?'],
  },
  { concept: 'Yocto', area: 'embedded-linux', written: ['yocto(?: project)?', 'open ?embedded', 'bitbake'] },
  { concept: 'Buildroot', area: 'embedded-linux', written: ['buildroot'] },
  {
    concept: 'device tree',
    area: 'embedded-linux',
    written: ['device ?trees?(?: overlays?)?', 'device trees?(?: overlays?)?', 'dts files?'],
  },
  {
    concept: 'kernel and boot',
    area: 'embedded-linux',
    written: ['(?:linux )?kernel (?:modules?|drivers?)', 'linux kernel', 'u boot', 'v4l2', 'gstreamer', 'boot time'],
  },
];

const debugging: Term[] = [
  {
    concept: 'JTAG',
    area: 'hardware-debugging',
    written: [
      'jtag',
      'openocd',
      'j ?link',
      'st ?link',
      'trace32',
      'lauterbach',
      'segger (?:ozone|systemview|rtt)',
      'itm trace',
      'etm trace',
    ],
    exact: ['SWD', 'SWO', 'ETM', 'GDB', 'gdb'],
  },
  {
    concept: 'logic analyser',
    area: 'hardware-debugging',
    written: ['logic analy[sz]ers?', 'saleae', 'protocol analy[sz]ers?', 'sigrok'],
  },
  {
    concept: 'oscilloscope for power',
    area: 'hardware-debugging',
    written: [
      'oscilloscopes?',
      'power rails?',
      'power (?:profiler|analy[sz]er|monitor)(?: kit)?',
      'joulescope',
      'otii arc',
      'current probes?',
      'shunt resistors?',
      'source measure unit',
      'multimeter',
    ],
    exact: ['SMU', 'PPK2'],
  },
  {
    concept: 'board bring-up',
    area: 'hardware-debugging',
    written: ['board bring ?up', 'board bring up', 'bring ?up of', 'bring up of', 'brought up'],
  },
];

const none = 'The documents show nothing about programming embedded or constrained systems.';
const named = 'Languages, RTOSes or tools are named in a list, a course or a wish; no account of work with them.';

export const embeddedSystems: LadderCriterion = {
  tag: 'Q2',
  title: 'Embedded and systems',
  whatCounts:
    'C and C++ with memory management and pointer arithmetic; cross-compilation with GCC ARM, LLVM or vendor SDKs; RTOS such as FreeRTOS and Zephyr with scheduling, interrupts and DMA; ' +
    'embedded Linux with Yocto, Buildroot and device tree; hardware debugging with JTAG, logic analyser and oscilloscope for power.',
  duties: ['D6', 'D3'],
  areas: [
    { slug: 'languages', title: 'C, C++ and memory' },
    { slug: 'cross-compilation', title: 'Cross-compilation' },
    { slug: 'rtos', title: 'RTOS, interrupts and DMA' },
    { slug: 'firmware', title: 'Firmware and drivers' },
    { slug: 'embedded-linux', title: 'Embedded Linux' },
    { slug: 'hardware-debugging', title: 'Hardware debugging' },
  ],
  anchors: {
    junior: [
      none,
      named,
      'Wrote code that ran on a board, in a course project, thesis or job.',
      'Two pieces of embedded work from two areas, one of them measured or done in a job.',
      'Three pieces of embedded work from three areas, at least one of them done in a job.',
    ],
    mid: [
      none,
      named,
      'One piece of embedded work, or work in one area alone.',
      'At least two pieces of embedded work from two areas, one of them measured or done in a job.',
      'Four pieces of embedded work from three areas, most of them done in a job, down to the hardware.',
    ],
    senior: [
      none,
      named,
      'Embedded work without the breadth that the level asks for.',
      'Three pieces of embedded work from three areas, two of them done in a job.',
      'Five pieces of embedded work from four areas in jobs, with a measured result.',
    ],
  },
  terms: [...languages, ...crossCompilation, ...rtos, ...firmware, ...embeddedLinux, ...debugging],
  ladders: {
    junior: {
      three: { accounts: 2, areas: 2, measured: 0, dated: 0, concrete: 1 },
      four: { accounts: 3, areas: 3, measured: 0, dated: 1, concrete: 1 },
    },
    mid: {
      three: { accounts: 2, areas: 2, measured: 0, dated: 0, concrete: 1 },
      four: { accounts: 4, areas: 3, measured: 0, dated: 2, concrete: 3 },
    },
    senior: {
      three: { accounts: 3, areas: 3, measured: 0, dated: 2, concrete: 2 },
      four: { accounts: 5, areas: 4, measured: 1, dated: 3, concrete: 3 },
    },
  },
};
