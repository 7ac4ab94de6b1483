// The public text and the schema.org JobPosting.
import { jobPosting, type PostedRequisition, postingText } from './posting';
import { postingState } from './posting-state';
import { requisitionStatuses } from './requisition-status';
import { getRoleProfile } from './role-profiles';

const requisition: PostedRequisition = {
  number: 104,
  title: 'Edge AI Engineer',
  level: 'mid',
  location: 'Trondheim, Norway',
  workplace: 'hybrid',
  payMin: 700_000,
  payMax: 950_000,
  payCurrency: 'NOK',
  summary: 'Small <b>hearing</b> sensors.\n\nThey decide on the device.',
  hardware: {
    deviceClass: 'microcontroller',
    device: 'STM32H747',
    ramBytes: 1_048_576,
    flashBytes: 2_097_152,
    runtime: 'Zephyr',
    latencyMs: 20,
    powerMilliwatts: 300,
  },
};
const profile = getRoleProfile('edge-ai-engineer');
const facts = {
  slug: 'edge-ai-engineer-7k2m9q',
  publishedAt: new Date('2026-11-23T23:30:00Z'),
  company: 'Northlight Devices',
  publicUrl: 'https://jobs.example',
};
const posting = (change: Partial<PostedRequisition> = {}) => jobPosting({ ...requisition, ...change }, profile, facts);

it('carries what search engines ask for', () => {
  expect(posting()).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Edge AI Engineer',
    datePosted: '2026-11-23',
    employmentType: 'FULL_TIME',
    hiringOrganization: { name: 'Northlight Devices' },
    jobLocation: { address: { addressLocality: 'Trondheim', addressCountry: 'Norway' } },
    baseSalary: { currency: 'NOK', value: { minValue: 700_000, maxValue: 950_000, unitText: 'YEAR' } },
    identifier: { name: 'Northlight Devices', value: 'REQ-104' },
    url: 'https://jobs.example/jobs/edge-ai-engineer-7k2m9q',
    directApply: true,
  });
  expect(posting()).not.toHaveProperty('jobLocationType');
});

it('says telecommute for remote work, with the country and without a place', () => {
  expect(posting({ workplace: 'remote' })).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { name: 'Norway' },
  });
  expect(posting({ workplace: 'remote' })).not.toHaveProperty('jobLocation');
});

it('describes the job in HTML of ours alone', () => {
  const { description } = posting() as { description: string };
  expect(description).toContain('<p>Small &lt;b&gt;hearing&lt;/b&gt; sensors.</p><p>They decide on the device.</p>');
  expect(description).toContain('<li>Quantise, prune');
  expect(description.replace(/<\/?(?:p|ul|li)>/g, '')).not.toMatch(/[<>]/);
});

it("begins with the opener's words, or with the profile's when there are none, and ends with the target", () => {
  expect(postingText(requisition, profile).summary).toMatch(/^Small <b>.*\n\nThe target is STM32H747/s);
  expect(postingText({ ...requisition, summary: ' ' }, profile).summary.startsWith(profile.summary)).toBe(true);
});

it('is live only while the requisition is open', () => {
  expect(requisitionStatuses.filter((status) => postingState(status) === 'live')).toEqual(['open']);
  expect(requisitionStatuses.filter((status) => postingState(status) === 'paused')).toEqual(['on-hold']);
});
