// Tells from its heading what a part of a résumé is about.

export type Section =
  | 'opening'
  | 'experience'
  | 'projects'
  | 'skills'
  | 'education'
  | 'certifications'
  | 'publications'
  | 'summary'
  | 'posting'
  | 'other';

const headings: ReadonlyArray<readonly [Section, RegExp]> = [
  [
    'experience',
    /^(?:(?:professional|work|working|relevant|industry|industrial|employment|career|engineering|selected|practical|research|technical|previous|current) )*(?:experiences?|employment|positions?|work|career|jobs?)(?: (?:history|experience|record|summary|path))?$/,
  ],
  [
    'experience',
    /^(?:berufserfahrung|beruflicher werdegang|werdegang|work and research|experience and projects|employment history)$/,
  ],
  [
    'projects',
    /^(?:(?:selected|personal|side|key|notable|academic|open[ -]source|university|private|own|hobby) )*(?:projects?|open[ -]source(?: work| contributions?)?|portfolio|projekte)$/,
  ],
  [
    'skills',
    /^(?:(?:technical|core|key|professional|it|hard|soft|special|additional|main|my) )*(?:skills?|competenc(?:es|ies|y)|expertise|technolog(?:y|ies)|tools?|toolbox|stack|tech stack|keywords|knowledge|proficiencies|strengths|kenntnisse|it-kenntnisse|qualifications|skill set|skills and tools|tools and technologies|areas of expertise|technical profile)$/,
  ],
  [
    'education',
    /^(?:(?:academic|higher|formal|my) )*(?:education|studies|academic background|academic career|qualifications|degrees?|ausbildung|studium|bildung|education and training|educational background|coursework|courses|relevant coursework)$/,
  ],
  [
    'certifications',
    /^(?:(?:professional|technical) )*(?:certificat(?:es?|ions?)|licen[cs]es?|training|trainings|further training|continuing education|certifications and (?:training|courses|licen[cs]es)|courses and certifi\w+|zertifikate|weiterbildung(?:en)?)$/,
  ],
  [
    'publications',
    /^(?:(?:selected|peer-reviewed) )*(?:publications?|papers|patents|talks|publications and patents|patents and publications|talks and publications)$/,
  ],
  [
    'summary',
    /^(?:(?:professional|executive|career|personal|short) )*(?:summary|profile|about|about me|objective|statement|introduction|overview|profil)$/,
  ],
  [
    'posting',
    /^(?:(?:key |minimum |basic |job )?requirements|(?:minimum|preferred|basic) qualifications|what (?:you will|you['’]ll) (?:do|bring|need)|what we offer|about the (?:role|job|position)|your (?:profile|tasks|responsibilities|role)|nice to have|who we are looking for)$/,
  ],
  [
    'other',
    /^(?:languages|sprachen|interests?|hobbies|hobbies and interests|references|awards?|honou?rs|volunteer(?:ing)?|volunteer work|personal (?:details|data|information)|contact|miscellaneous|other|additional information|memberships?|activities)$/,
  ],
];

const inlineLists =
  /^(?:[-–*•▪]\s*)?(?:(?:technical|core|key|programming|embedded|ml|machine learning|ai|hardware|software|debug(?:ging)?|other|it|dev)\s+)*(?:skills?|tools?|technologies|languages?|frameworks?|platforms?|keywords?|stack|toolchains?|hardware|software|libraries|competenc(?:es|ies)|expertise|environments?|targets?|runtimes?|rtos|operating systems?|protocols?|accelerators?|methods?|kenntnisse)\s*(?::|[–—|]\s|\t)/i;

/** The section that this line opens, when the line is a heading and nothing else. */
export function sectionOpenedBy(line: string): Section | undefined {
  if (line.length > 120) return undefined;
  const bare = line
    .replace(/^[\s#*_=~▪•■>-]+|[\s#*_=~:.-]+$/g, '')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  if (bare.length < 4 || bare.length > 45) return bare === 'it' ? undefined : headingOf(bare);
  return headingOf(bare) ?? headingOf(bare.replace(/(?<=\b\w) (?=\w\b)/g, ''));
}

function headingOf(bare: string): Section | undefined {
  const direct = headings.find(([, pattern]) => pattern.test(bare));
  if (direct) return direct[0];
  // "Skills and interests", "Education / certificates": the first half decides.
  const [first, second] = bare.split(/ and | \/ |, /);
  if (first === undefined || second === undefined || bare.split(' ').length > 5) return undefined;
  return headings.find(([, pattern]) => pattern.test(first))?.[0];
}

/** True for a line such as "Tools: CMake, OpenOCD, Saleae", wherever it stands. */
export function isInlineList(line: string): boolean {
  return inlineLists.test(line.trimStart());
}
