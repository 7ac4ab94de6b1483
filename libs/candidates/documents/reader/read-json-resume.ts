// Renders a JSON Resume (schema 1.0.0, jsonresume.org) as the text of a résumé.
import type { DocumentFields } from '../document';
import { refuseType } from './document-format';

type Entry = Readonly<Record<string, unknown>>;

const sections = [
  'basics',
  'work',
  'education',
  'skills',
  'projects',
  'certificates',
  'publications',
  'volunteer',
  'languages',
  'awards',
];

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line: a line break inside a value would look like a new statement. */
function text(entry: Entry, name: string): string {
  const value = entry[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
}

function entries(resume: Entry, name: string): Entry[] {
  const value = resume[name];
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function strings(entry: Entry, name: string): string[] {
  const value = entry[name];
  return Array.isArray(value)
    ? value.filter((one) => typeof one === 'string').map((one) => one.replace(/\s+/g, ' ').trim())
    : [];
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

function dates(entry: Entry): string {
  const [from, to] = [text(entry, 'startDate'), text(entry, 'endDate')];
  if (from === '') return to;
  return `${from} – ${to === '' ? 'present' : to}`;
}

function block(title: string, lines: readonly string[]): string[] {
  const kept = lines.filter((line) => line !== '');
  return kept.length === 0 ? [] : ['', title, ...kept];
}

function dated(entry: Entry, title: string): string[] {
  return [
    title,
    dates(entry),
    text(entry, 'summary') || text(entry, 'description'),
    ...strings(entry, 'highlights').map((one) => `- ${one}`),
  ];
}

function spaced(groups: readonly string[][]): string[] {
  return groups.flatMap((group, index) => {
    const kept = group.filter((line) => line !== '');
    return index === 0 ? kept : [' ', ...kept];
  });
}

function head(basics: Entry): string[] {
  const location = isEntry(basics['location'])
    ? joined([text(basics['location'], 'city'), text(basics['location'], 'countryCode')], ', ')
    : '';
  return [
    text(basics, 'name'),
    text(basics, 'label'),
    joined([text(basics, 'email'), text(basics, 'phone'), text(basics, 'url'), location], ' | '),
  ].filter((line) => line !== '');
}

function body(resume: Entry, basics: Entry): string[] {
  return [
    ...block('Summary', [text(basics, 'summary')]),
    ...block(
      'Experience',
      spaced(
        entries(resume, 'work').map((one) =>
          dated(one, joined([text(one, 'position'), text(one, 'name') || text(one, 'company')], ', ')),
        ),
      ),
    ),
    ...block('Projects', spaced(entries(resume, 'projects').map((one) => dated(one, text(one, 'name'))))),
    ...block(
      'Volunteer',
      spaced(
        entries(resume, 'volunteer').map((one) =>
          dated(one, joined([text(one, 'position'), text(one, 'organization')], ', ')),
        ),
      ),
    ),
    ...block(
      'Education',
      spaced(
        entries(resume, 'education').map((one) => [
          joined([joined([text(one, 'studyType'), text(one, 'area')], ' '), text(one, 'institution')], ', '),
          dates(one),
          joined(strings(one, 'courses'), ', '),
        ]),
      ),
    ),
    ...block(
      'Skills',
      entries(resume, 'skills').map((one) => joined([text(one, 'name'), joined(strings(one, 'keywords'), ', ')], ': ')),
    ),
    ...block(
      'Certificates',
      entries(resume, 'certificates').map((one) =>
        joined([text(one, 'name'), text(one, 'issuer'), text(one, 'date')], ', '),
      ),
    ),
    ...block(
      'Publications',
      entries(resume, 'publications').map((one) =>
        joined([text(one, 'name'), text(one, 'publisher'), text(one, 'releaseDate'), text(one, 'summary')], ', '),
      ),
    ),
    ...block(
      'Awards',
      entries(resume, 'awards').map((one) =>
        joined([text(one, 'title'), text(one, 'awarder'), text(one, 'date')], ', '),
      ),
    ),
    ...block(
      'Languages',
      entries(resume, 'languages').map((one) => joined([text(one, 'language'), text(one, 'fluency')], ', ')),
    ),
  ];
}

/** The rendered résumé; undefined when the text is no JSON at all. JSON that is no résumé is refused. */
export function readJsonResume(source: string): { text: string; fields: DocumentFields } | undefined {
  if (!source.trimStart().startsWith('{')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return undefined;
  }
  if (!isEntry(parsed) || !sections.some((name) => parsed[name] !== undefined))
    throw refuseType('a JSON file, but no JSON Resume');
  const basics = isEntry(parsed['basics']) ? parsed['basics'] : {};
  const [name, email, phone] = [text(basics, 'name'), text(basics, 'email'), text(basics, 'phone')];
  const lines = [...head(basics), ...body(parsed, basics)].map((line) => (line === ' ' ? '' : line));
  return {
    text: `${lines.join('\n').trim()}\n`,
    fields: { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
  };
}
