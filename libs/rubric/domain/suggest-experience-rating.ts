// Suggests the rating of Q4: years by kind, the equivalence rule, and deployments that were owned and measured.
import type { Deployment } from './deployments';
import type { FoundEvidence } from './evidence';
import { equivalence, type Experience } from './experience';
import type { Level, Rating } from './rubric';
import { counted, discountReasons, type Suggestion, tallyOf } from './suggest-rating';

interface Case {
  readonly experience: Experience;
  readonly deployments: readonly Deployment[];
  /** Accounts of a model that ran on an accelerator or board (Q3): what a junior can show instead of a deployment. */
  readonly onDevice: readonly FoundEvidence[];
}

interface Rule {
  readonly rating: Rating;
  readonly rule: string;
  readonly says: string;
  holds(facts: Case): boolean;
}

const enoughYears = 3;
const seniorYears = 5;

const hasYears = ({ experience }: Case): boolean =>
  experience.relevantYears >= enoughYears || experience.equivalenceMet;
const hasDeployment = ({ deployments }: Case): boolean => deployments.length > 0;
const ownedWithFigures = ({ deployments }: Case): boolean =>
  deployments.some((one) => one.owned && one.figureKinds.length > 0);
const ownedModels = ({ deployments }: Case): Deployment[] =>
  deployments.filter(
    (one) =>
      one.owned &&
      one.ofModel &&
      one.figureKinds.some((kind) => kind === 'latency' || kind === 'frame-rate' || kind === 'accuracy'),
  );
const ranOnDevice = ({ deployments, onDevice }: Case): boolean => deployments.length > 0 || onDevice.length > 0;
const measuredOnDevice = ({ deployments, onDevice }: Case): boolean =>
  deployments.some((one) => one.figureKinds.length > 0) || onDevice.some((one) => one.measured);

const anyYears: Rule = {
  rating: 1,
  rule: 'some-years',
  says: 'There is some embedded or machine learning work in dated positions.',
  holds: ({ experience }) => experience.relevantYears > 0,
};

/** For each level its rules from the highest rating down; the first that holds decides. */
const rules: Readonly<Record<Level, readonly Rule[]>> = {
  junior: [
    {
      rating: 4,
      rule: 'year-and-measured-deployment',
      says: 'At least a year of such work and a deployment with figures.',
      holds: (facts) =>
        facts.experience.relevantYears >= 1 && facts.deployments.some((one) => one.figureKinds.length > 0),
    },
    {
      rating: 3,
      rule: 'year-or-measured-project',
      says: 'At least a year of such work, or a project on a device with a figure.',
      holds: (facts) => facts.experience.relevantYears >= 1 || measuredOnDevice(facts),
    },
    {
      rating: 2,
      rule: 'half-year-or-project',
      says: 'At least half a year of such work, or a project on a device.',
      holds: (facts) => facts.experience.relevantYears >= 0.5 || ranOnDevice(facts),
    },
    anyYears,
  ],
  mid: [
    {
      rating: 4,
      rule: 'years-and-owned-deployment',
      says: 'The years (or the equivalence) are there, and one deployment is told as owned, with figures.',
      holds: (facts) => hasYears(facts) && ownedWithFigures(facts),
    },
    {
      rating: 3,
      rule: 'years-and-deployment',
      says: 'The years (or the equivalence) are there, and so is a deployment on a constrained platform. A rating of 4 asks for one that is told as owned, with figures.',
      holds: (facts) => hasYears(facts) && hasDeployment(facts),
    },
    {
      rating: 2,
      rule: 'years-or-deployment',
      says: 'Either the years (or the equivalence) or a deployment is there. A rating of 3 asks for both.',
      holds: (facts) => hasYears(facts) || hasDeployment(facts),
    },
    anyYears,
  ],
  senior: [
    {
      rating: 4,
      rule: 'five-years-and-more-than-one-result',
      says: 'Five years of such work, and owned deployments of a model with more than one result.',
      holds: (facts) =>
        facts.experience.relevantYears >= seniorYears &&
        (ownedModels(facts).length >= 2 || ownedModels(facts).some((one) => one.figureKinds.length >= 3)),
    },
    {
      rating: 3,
      rule: 'owned-model-deployment',
      says: 'One deployment of a model is told as owned, with a latency or accuracy result.',
      holds: (facts) => ownedModels(facts).length > 0,
    },
    {
      rating: 2,
      rule: 'deployment',
      says: 'A deployment on a constrained platform is told. A rating of 3 asks for ownership and for a latency or accuracy result of a model.',
      holds: hasDeployment,
    },
    anyYears,
  ],
};

function yearsReason({ experience }: Case): string {
  const { embeddedYears, mlYears, relevantYears, equivalenceMet, positions } = experience;
  if (positions.length === 0) return 'No dated positions were found, so no years are counted.';
  const met = equivalenceMet ? 'is met' : 'is not met';
  return `Dated positions give ${embeddedYears} years of embedded and ${mlYears} years of machine learning work (${relevantYears} years in all). The equivalence rule (${equivalence.embeddedYears} and ${equivalence.mlYears}) ${met}.`;
}

function deploymentReason(deployments: readonly Deployment[]): string {
  if (deployments.length === 0) return 'No deployment on a constrained platform is told.';
  const owned = deployments.filter((one) => one.owned).length;
  const kinds = [...new Set(deployments.flatMap((one) => one.figureKinds))].map((kind) => kind.replace('-', ' '));
  const told = counted(
    deployments.length,
    'deployment on a constrained platform is',
    'deployments on constrained platforms are',
  );
  return `${told.charAt(0).toUpperCase()}${told.slice(1)} told, ${owned} of them as owned; figures: ${kinds.length > 0 ? kinds.join(', ') : 'none'}.`;
}

function noneHolds({ experience }: Case, evidence: readonly FoundEvidence[]): Pick<Rule, 'rating' | 'rule' | 'says'> {
  if (experience.positions.length > 0)
    return {
      rating: 0,
      rule: 'no-relevant-years',
      says: 'None of the dated positions shows embedded or machine learning work.',
    };
  if (tallyOf(evidence).named > 0 || tallyOf(evidence).accounts > 0)
    return {
      rating: 0,
      rule: 'named-only',
      says: 'Deployments or ownership are spoken of, but neither dates nor a platform go with them.',
    };
  return {
    rating: 0,
    rule: 'nothing-shown',
    says: 'Neither dated positions nor a deployment could be read. Silence is no fault: ask in the interview.',
  };
}

/** Suggests the rating of Q4. Without any dated position and any deployment the documents count as silent. */
export function suggestExperienceRating(level: Level, facts: Case, evidence: readonly FoundEvidence[]): Suggestion {
  const decided = rules[level].find((rule) => rule.holds(facts));
  const discounts = discountReasons(evidence);
  const last = decided ?? noneHolds(facts, evidence);
  return {
    rating: last.rating,
    silent: last.rule === 'nothing-shown',
    rules: ['years', 'deployments', last.rule, ...discounts.map((one) => one.rule)],
    reasons: [
      yearsReason(facts),
      deploymentReason(facts.deployments),
      last.says,
      ...discounts.map((one) => one.reason),
    ],
  };
}
