// The text of a public job page, composed from the requisition, its role profile and the target hardware.
import { hardwareSentence } from './hardware-profile';
import type { RequisitionInput, Workplace } from './requisition';
import { requisitionNumber } from './requisition-number';
import type { RoleProfile } from './role-profile';

export type PostedRequisition = Pick<
  RequisitionInput,
  'title' | 'level' | 'location' | 'workplace' | 'payMin' | 'payMax' | 'payCurrency' | 'summary' | 'hardware'
> & {
  readonly number: number;
};

export interface PostingText {
  readonly summary: string;
  readonly duties: { tag: string; text: string }[];
  readonly lookingFor: { tag: string; title: string; text: string }[];
  readonly context: string[];
  readonly steps: { title: string; detail: string }[];
}

/** What happens after applying, and what it costs the candidate in time. */
const steps: readonly { title: string; detail: string }[] = [
  {
    title: 'Application',
    detail:
      'About three minutes: a résumé, a letter if you like, no account. You see what was read from your files and get a receipt with a link to your status page.',
  },
  {
    title: 'Review',
    detail:
      'People read your documents against the criteria on this page. Software points to passages; it decides nothing.',
  },
  {
    title: 'Assessment',
    detail:
      'A timed assessment in your browser with tasks from the work itself: C within a memory budget, numbers, a benchmark to read. No board and no toolchain needed.',
  },
  {
    title: 'Interviews',
    detail:
      'Conversations of up to an hour each with people from the panel. They have read your submission, so you talk about work and not about puzzles.',
  },
  {
    title: 'Decision',
    detail: 'The panel meets over the evidence and the hiring manager decides. You get an answer by mail either way.',
  },
];

/** The page's text; `summary` begins with the opener's own paragraphs, or with the profile's when there are none. */
export function postingText(
  requisition: Pick<PostedRequisition, 'summary' | 'hardware'>,
  profile: RoleProfile,
): PostingText {
  return {
    summary: [requisition.summary.trim() || profile.summary, hardwareSentence(requisition.hardware)].join('\n\n'),
    duties: [...profile.duties],
    lookingFor: profile.criteria.map(({ tag, title, counts }) => ({ tag, title, text: counts })),
    context: [profile.experience, profile.education, profile.certifications],
    steps: [...steps],
  };
}

const workplaces: Readonly<Record<Workplace, string>> = { 'on-site': 'on site', hybrid: 'hybrid', remote: 'remote' };

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function descriptionHtml(text: PostingText, workplace: Workplace): string {
  const paragraphs = text.summary.split(/\n{2,}/).map((part) => `<p>${escapeHtml(part)}</p>`);
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  return [
    ...paragraphs,
    `<p>Workplace: ${workplaces[workplace]}.</p>`,
    '<p>What you will do</p>',
    list(text.duties.map((duty) => duty.text)),
    '<p>What we look for</p>',
    list(text.lookingFor.map((criterion) => `${criterion.title}: ${criterion.text}`)),
  ].join('');
}

/** `Trondheim, Norway` has the locality Trondheim and the country Norway; a single word is both. */
function placeOf(location: string): { locality: string; country: string } {
  const parts = location
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const country = parts.at(-1) ?? location;
  return { locality: parts.slice(0, -1).join(', ') || country, country };
}

/**
 * A JobPosting as search engines read it (https://schema.org/JobPosting; required and recommended properties as in Google's
 * structured-data guide for job postings). Everything in it stands on the page too. Before embedding it in HTML, write `<` as `\u003c`.
 */
export function jobPosting(
  requisition: PostedRequisition,
  profile: RoleProfile,
  facts: { slug: string; publishedAt: Date; company: string; publicUrl: string },
): Record<string, unknown> {
  const { locality, country } = placeOf(requisition.location);
  const place =
    requisition.workplace === 'remote'
      ? { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: { '@type': 'Country', name: country } }
      : {
          jobLocation: {
            '@type': 'Place',
            address: { '@type': 'PostalAddress', addressLocality: locality, addressCountry: country },
          },
        };
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: requisition.title,
    description: descriptionHtml(postingText(requisition, profile), requisition.workplace),
    datePosted: facts.publishedAt.toISOString().slice(0, 10),
    employmentType: 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: facts.company },
    ...place,
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: requisition.payCurrency,
      value: {
        '@type': 'QuantitativeValue',
        minValue: requisition.payMin,
        maxValue: requisition.payMax,
        unitText: 'YEAR',
      },
    },
    identifier: { '@type': 'PropertyValue', name: facts.company, value: requisitionNumber(requisition.number) },
    url: `${facts.publicUrl}/jobs/${facts.slug}`,
    directApply: true,
  };
}
