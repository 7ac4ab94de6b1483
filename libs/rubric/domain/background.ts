// Education and certifications: context on the scorecard, never a knock-out and never part of a rating.
import { linesOf } from './statements';

export interface Education {
  readonly degree: 'doctorate' | 'master' | 'bachelor' | 'other';
  readonly quote: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

export interface Certification {
  /** The name by which the role profile knows it, or what the line says. */
  readonly name: string;
  /** One of those that the role profile says help: NVIDIA Deep Learning Institute, ARM Accredited Engineer, Qualcomm AI developer. */
  readonly named: boolean;
  readonly quote: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** `courses` are those that predict success in the role: computer architecture, signal processing, operating systems. */
export interface Background {
  readonly education: readonly Education[];
  readonly courses: readonly string[];
  readonly certifications: readonly Certification[];
}

const degrees: ReadonlyArray<readonly [Education['degree'], RegExp]> = [
  [
    'doctorate',
    /\b(?:ph\.?\s?d\.?|d\.?phil|doctorate|doctoral (?:degree|studies|thesis)|dr\.?-ing\.?|promotion zum)(?![\p{L}])/iu,
  ],
  [
    'master',
    /\b(?:m\.?\s?sc\.?|master(?:['’]?s)?(?: of| degree| in)|m\.?\s?eng\.?|m\.?\s?tech\.?|dipl(?:om)?\.?-?\s?(?:ing|inf)\.?|diplom|m\.s\.|ms in|masters?)(?![\p{L}])/iu,
  ],
  ['bachelor', /\b(?:b\.?\s?sc\.?|bachelor(?:['’]?s)?|b\.?\s?eng\.?|b\.?\s?tech\.?|b\.s\.|bs in)(?![\p{L}])/iu],
];
const namedCertifications: ReadonlyArray<readonly [string, RegExp]> = [
  ['NVIDIA Deep Learning Institute', /\bnvidia (?:deep learning institute|dli)\b|\bdeep learning institute\b/i],
  ['ARM Accredited Engineer', /\barm accredited (?:mcu )?engineer\b/i],
  ['Qualcomm AI developer', /\bqualcomm ai (?:developer|engineer)\b/i],
];
const courses: ReadonlyArray<readonly [string, RegExp]> = [
  ['computer architecture', /\bcomputer architecture\b/i],
  ['signal processing', /\b(?:digital )?signal processing\b/i],
  ['operating systems', /\b(?<!real-time )operating systems\b/i],
];

/** Reads the context of one document. */
export function findBackground(document: string, text: string): Background {
  const education: Education[] = [];
  const certifications: Certification[] = [];
  const heard = new Set<string>();
  for (const line of linesOf(text)) {
    if (line.blank || line.heading) continue;
    const quote = line.text.trim();
    const start = line.start + line.text.indexOf(quote);
    const place = { quote, document, start, end: start + quote.length };
    const degree =
      line.section === 'education' || quote.length < 160
        ? degrees.find(([, pattern]) => pattern.test(quote))
        : undefined;
    if (degree && line.section !== 'skills') education.push({ degree: degree[0], ...place });
    const known = namedCertifications.find(([, pattern]) => pattern.test(quote));
    if (known) certifications.push({ name: known[0], named: true, ...place });
    else if (line.section === 'certifications')
      certifications.push({ name: quote.replace(/^[-–*•\s]+/, ''), named: false, ...place });
    if (line.section === 'education') for (const [name, pattern] of courses) if (pattern.test(quote)) heard.add(name);
  }
  return { education, courses: [...heard], certifications };
}
