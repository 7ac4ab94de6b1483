// Q4 Experience and ownership: years by kind, the equivalence rule, and deployments owned end to end.
import type { CriterionSource, Term } from '../rubric';

const deployment: Term[] = [
  {
    concept: 'deployment',
    area: 'deployment',
    written: [
      'deploy(?:ed|ing|ment|ments)?',
      'shipp(?:ed|ing)',
      'shipment',
      'rolled out',
      'roll ?out',
      'roll out',
      'in production',
      'into production',
      'to production',
      'production firmware',
      'mass production',
      'series production',
      'start of production',
      'in the field',
      'into the field',
      'field trials?',
      'went live',
      'launched',
      'released',
    ],
  },
  {
    concept: 'fleet',
    area: 'deployment',
    written: ['fleets?', 'installed base', 'units in the field', 'devices in the field'],
  },
  {
    concept: 'OTA updates and rollback',
    area: 'deployment',
    written: [
      'over the air',
      'ota(?: updates?| packages?)?',
      'roll ?backs?',
      'staged roll ?outs?',
      'signed (?:updates?|images?|packages?)',
      'a/b (?:updates?|partitions?|slots?)',
      'model versioning',
      'mender',
      'rauc',
      'swupdate',
    ],
  },
];

const ownership: Term[] = [
  {
    concept: 'owned end to end',
    area: 'ownership',
    written: [
      'own(?:ed|ing)',
      'end to end',
      'sole (?:engineer|developer|owner|author|responsib\\w+)',
      'single handed(?:ly)?',
      'full responsib(?:le|ility)',
      'took .{3,60}? (?:to|into) (?:production|the field)',
      'from (?:model|training|prototype|dataset|notebook|research|concept|data) .{0,50}?(?:to|into) (?:production|the field|firmware|shipping|device|series)\\w*',
      'technical owner',
      'tech(?:nical)? lead (?:for|of|on)',
      'led (?:the|a|all|our|development|deployment|design|porting|bring ?up|launch|delivery)',
      'accountable for',
    ],
  },
];

const none = 'The dated positions show neither embedded nor machine learning work, and no deployment is described.';

export const experienceOwnership: CriterionSource = {
  tag: 'Q4',
  title: 'Experience and ownership',
  whatCounts:
    'Years by kind (embedded, machine learning) from dated positions; the equivalence rule: at mid level one to two years of embedded firmware and two or more years of machine learning count as competitive; ' +
    'deployments owned end to end with figures: latency, accuracy, power, memory, fleet size.',
  duties: ['D7', 'D9', 'D10'],
  areas: [
    { slug: 'deployment', title: 'Deployments on constrained platforms' },
    { slug: 'ownership', title: 'Ownership' },
  ],
  anchors: {
    junior: [
      none,
      'Less than half a year of embedded or machine learning work, and no project that ran on a device.',
      'Half a year of embedded or machine learning work, or one project that ran on a device.',
      'A year of such work, or a project that ran on a device with a figure to show for it.',
      'A year of such work and something deployed on a device with a figure to show for it.',
    ],
    mid: [
      none,
      'Some embedded or machine learning work, but fewer than three years, no equivalence and no deployment.',
      'Three years of such work or the equivalence rule (one year of embedded, two of machine learning), or a deployment; not both.',
      'Three years of such work or the equivalence rule, and at least one deployment on a constrained platform.',
      'As for 3, and one deployment owned, with figures for latency, accuracy, power, memory or fleet size.',
    ],
    senior: [
      none,
      'Embedded or machine learning work, but no deployment on a constrained platform.',
      'Took part in a deployment on a constrained platform; ownership or a measured latency or accuracy result is not shown.',
      'Owned one edge deployment of a model into production, with a measured latency or accuracy result.',
      'As for 3, with five years of such work and either two owned deployments or one with figures of three kinds.',
    ],
  },
  terms: [...deployment, ...ownership],
};
