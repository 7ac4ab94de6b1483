// Finds deployments on constrained platforms and whether the documents show that the writer owned one end to end.
import { doingIn } from './doing-verbs';
import type { FigureKind } from './figure-patterns';
import type { Figure } from './figures';
import { contentWordsOf } from './experience-kinds';
import type { Evidence, ReadDocument } from './evidence';
import type { Statement } from './statements';

/** A deployment as told in one position, or in one paragraph outside the positions. */
export interface Deployment {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The same position or paragraph says that it was owned, led or taken from model to product. */
  readonly owned: boolean;
  /** The same position or paragraph speaks of a model and not of firmware alone. */
  readonly ofModel: boolean;
  readonly figureKinds: readonly FigureKind[];
  /** It is part of a dated position. */
  readonly dated: boolean;
}

const constrained =
  /\b(?:micro ?controllers?|mcus?|cortex.?[amr]\d*|stm32\w*|nrf ?\d{2}\w*|esp32\w*|jetson\w*|orin|xavier|coral|edge.?tpus?|hailo\w*|kneron|raspberry pi|snapdragon|hexagon|npus?|ethos|fpgas?|zynq\w*|dsps?|socs?|i\.?mx ?\w+|rk35\w+|ambarella|tda4\w*|ai 100|edge devices?|embedded (?:devices?|targets?|boards?|linux|platforms?)|on.device|cameras?|doorbells?|wearables?|hearing aids?|drones?|robots?|vehicles?|ecus?|gateways?|sensor nodes?|smart meters?|plcs?|firmware|handhelds?|trackers?|headsets?|phones?|android|tinyml|battery.powered)\b/i;
const figuresThatCount: readonly FigureKind[] = [
  'latency',
  'frame-rate',
  'accuracy',
  'power',
  'energy',
  'memory',
  'model-size',
  'fleet-size',
];

/** A statement tells of a deployment when it does so as work and names, or stands beside, a constrained platform. */
function isDeployment(statement: Statement, unit: readonly Statement[]): boolean {
  return (
    constrained.test(statement.text) ||
    unit.some((one) => one !== statement && doingIn(one.text).verb && constrained.test(one.text))
  );
}

/** The statements told in one breath: those of a dated position, or those of one paragraph. */
function unitOf(
  document: ReadDocument,
  statement: Statement,
): { key: string; statements: readonly Statement[]; dated: boolean } {
  const position = document.positions.find((one) => statement.start >= one.start && statement.start < one.bodyEnd);
  if (position) {
    return {
      key: `p${position.start}`,
      statements: document.statements.filter((one) => one.start >= position.start && one.start < position.bodyEnd),
      dated: true,
    };
  }
  return {
    key: `b${statement.block}`,
    statements: document.statements.filter((one) => one.block === statement.block),
    dated: false,
  };
}

/** One deployment for each position or paragraph that tells of one; its quote is the first statement that does. */
export function findDeployments(
  documents: readonly ReadDocument[],
  evidence: readonly Evidence[],
  figures: readonly Figure[],
): Deployment[] {
  const found = new Map<string, Deployment>();
  const told = evidence.filter((one) => one.stance === 'work');
  for (const one of told.filter((item) => item.area === 'deployment')) {
    const document = documents.find((candidate) => candidate.id === one.document);
    const statement = document?.statements.find((candidate) => candidate.start === one.start);
    if (!document || !statement) continue;
    const unit = unitOf(document, statement);
    const key = `${document.id}:${unit.key}`;
    if (found.has(key) || !isDeployment(statement, unit.statements)) continue;
    const within = (item: { document: string; start: number }): boolean =>
      item.document === document.id && unit.statements.some((member) => member.start === item.start);
    found.set(key, {
      document: document.id,
      start: one.start,
      end: one.end,
      quote: one.quote,
      owned: told.some((item) => item.area === 'ownership' && within(item)),
      ofModel: unit.statements.some((member) => contentWordsOf.ml.test(member.text)),
      figureKinds: figuresThatCount.filter((kind) => figures.some((figure) => figure.kind === kind && within(figure))),
      dated: unit.dated,
    });
  }
  return [...found.values()];
}
