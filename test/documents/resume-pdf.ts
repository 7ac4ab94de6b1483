// Makes the PDF résumé of one believable candidate, for the reader's tests and for the browser journey.
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';

/** The résumé's lines as they are set; the reader must give them back in this order. */
export const resumeLines = [
  '# Mira Lindqvist',
  'Embedded machine learning engineer',
  'mira.lindqvist@example.org | +46 70 555 01 82 | Malmö, Sweden',
  '## Profile',
  'Firmware engineer who came to machine learning through a battery that did not last. I measure first and then change one thing at a time.',
  '## Experience',
  'Senior Embedded ML Engineer, Norrsken Vision AB, Malmö | Mar 2022 – present',
  '- Quantised a YOLOv5 person detector to INT8 with post-training quantization and won back 0.6 mAP by quantization-aware training; it stays within 0.4 mAP of FP32.',
  '- Pruned 40% of the channels of the backbone, exported it through ONNX and built TensorRT engines for Jetson Orin Nano: 58 ms per frame and 15 FPS in a 3 W budget.',
  '- Owned the deployment end to end, from model to production firmware, on a fleet of 12,000 cameras with signed OTA updates and staged rollback.',
  '- Profiled inference with hardware performance counters, found latency spikes from memory bandwidth contention and cut p99 latency from 41 ms to 12 ms.',
  'Firmware Engineer, Öresund Motor Control GmbH, Lund | 06/2018 – 02/2022',
  '- Wrote C and C++ firmware for STM32F4 under FreeRTOS with DMA-driven sampling and an interrupt latency of 4 µs.',
  '- Brought up two boards with JTAG and a logic analyser and traced a silicon bug that was missing from the errata.',
  '- Ported a keyword spotting network with TFLM and CMSIS-NN to a Cortex-M4: 92.1% accuracy in 96 KB of RAM.',
  '## Education',
  'MSc Electrical Engineering, Lund University, 2016 – 2018. Courses: computer architecture, signal processing, operating systems.',
  '## Certifications',
  'NVIDIA Deep Learning Institute: Optimizing inference with TensorRT, 2023',
  '## Skills',
  'C, C++, Python, PyTorch, CMake, Yocto, Zephyr, OpenOCD',
] as const;

interface Style {
  readonly font: PDFFont;
  readonly size: number;
  readonly before: number;
}

const page = { width: 595, height: 842, margin: 56 };

function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Sets lines from top to bottom and opens new pages as needed. */
class Setter {
  private sheet: PDFPage;
  private y = page.height - page.margin;

  constructor(private readonly pdf: PDFDocument) {
    this.sheet = pdf.addPage([page.width, page.height]);
  }

  set(text: string, { font, size, before }: Style, indent = 0, mark = ''): void {
    this.y -= before;
    wrapped(text, font, size, page.width - 2 * page.margin - indent).forEach((line, index) => {
      this.y -= size * 1.35;
      if (this.y < page.margin) {
        this.sheet = this.pdf.addPage([page.width, page.height]);
        this.y = page.height - page.margin - size;
      }
      if (index === 0 && mark !== '') this.sheet.drawText(mark, { x: page.margin, y: this.y, size, font });
      this.sheet.drawText(line, { x: page.margin + indent, y: this.y, size, font, color: rgb(0.1, 0.1, 0.12) });
    });
  }

  /** A title on the left and its dates on the right, as word processors set them with a tab. */
  setApart(left: string, right: string, { font, size, before }: Style): void {
    this.y -= before + size * 1.35;
    this.sheet.drawText(left, { x: page.margin, y: this.y, size, font });
    this.sheet.drawText(right, {
      x: page.width - page.margin - font.widthOfTextAtSize(right, size),
      y: this.y,
      size,
      font,
    });
  }
}

/** A two-column page for the reader's tests: a sidebar on the left, the account on the right. */
export async function twoColumnPdf(
  sidebar: readonly string[],
  account: readonly string[],
  title: string,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([page.width, page.height]);
  sheet.drawText(title, { x: page.margin, y: page.height - page.margin, size: 18, font });
  // The sides are drawn line by line in turns, as some programs write them, so that the order in the file is of no help.
  const rows = Math.max(sidebar.length, account.length);
  for (let row = 0; row < rows; row += 1) {
    const y = page.height - 100 - row * 15;
    if (sidebar[row]) sheet.drawText(sidebar[row], { x: page.margin, y, size: 10, font });
    if (account[row]) sheet.drawText(account[row], { x: 220, y, size: 10, font });
  }
  return pdf.save();
}

/** The résumé of Mira Lindqvist as a PDF of one or two pages. */
export async function resumePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle('Mira Lindqvist: résumé');
  pdf.setCreationDate(new Date('2026-01-15T00:00:00Z'));
  pdf.setModificationDate(new Date('2026-01-15T00:00:00Z'));
  const [regular, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  const setter = new Setter(pdf);
  const body = { font: regular, size: 10, before: 3 };
  for (const line of resumeLines) {
    const [left = '', right] = line.split(' | ');
    if (line.startsWith('# ')) setter.set(line.slice(2), { font: bold, size: 20, before: 0 });
    else if (line.startsWith('## ')) setter.set(line.slice(3), { font: bold, size: 12, before: 12 });
    else if (line.startsWith('- ')) setter.set(line.slice(2), body, 12, '•');
    else if (right !== undefined && /\d{4}/.test(right))
      setter.setApart(left, right, { font: bold, size: 10, before: 8 });
    else setter.set(line, body);
  }
  return pdf.save({ useObjectStreams: false });
}
