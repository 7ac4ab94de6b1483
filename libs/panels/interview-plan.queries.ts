// The interview plan of a requisition: as it was saved, or the default of its role profile.
import type { TaskDesk } from '@bringup/attempts';
import { may } from '@bringup/identity';
import type { UserActor } from '@bringup/platform';
import { assertMaySeeRequisition, getRequisition, leads, type Requisition } from '@bringup/requisitions';
import { rubricOf } from '@bringup/rubric';
import type { EntityManager } from 'typeorm';
import { findKits, findPlan } from './data/panels.repository';
import { defaultKitId } from './default-kit-id';
import { defaultKits } from './domain/default-plan';
import { coverageOf, type CriterionTag, type KitContent } from './domain/kit';

export interface PlannedKit extends KitContent {
  readonly id: string;
}

export interface StandingPlan {
  readonly kits: readonly PlannedKit[];
  /** 0 while nobody has saved it. */
  readonly version: number;
}

/** The kits that a requisition starts with. */
export function defaultPlanOf(requisition: Pick<Requisition, 'id' | 'profile' | 'level'>): PlannedKit[] {
  return defaultKits(requisition.profile, requisition.level).map((kit) => ({
    id: defaultKitId(requisition.id, kit.title),
    ...kit,
  }));
}

/** The plan that stands for a requisition; no access rule. */
export async function standingPlan(
  manager: EntityManager,
  requisition: Pick<Requisition, 'id' | 'profile' | 'level'>,
): Promise<StandingPlan> {
  const plan = await findPlan(manager, requisition.id);
  if (!plan) return { kits: defaultPlanOf(requisition), version: 0 };
  const kits = await findKits(manager, requisition.id);
  return { kits, version: plan.version };
}

export function kitView({ id, title, minutes, purpose, focus, preparation, questions }: PlannedKit) {
  return {
    id,
    title,
    minutes,
    purpose,
    focus: [...focus] as CriterionTag[],
    preparation,
    questions: questions.map(({ text, listenFor }) => ({ text, listenFor })),
  };
}

/** @throws DomainError `requisition-not-found`, also for those who may not see it */
export async function interviewPlanOf(manager: EntityManager, desk: TaskDesk, actor: UserActor, requisitionId: string) {
  await assertMaySeeRequisition(manager, actor, requisitionId);
  const requisition = await getRequisition(manager, requisitionId);
  const { kits, version } = await standingPlan(manager, requisition);
  const titles = new Map<string, string>(
    rubricOf(requisition.profile, requisition.level).criteria.map((criterion) => [criterion.tag, criterion.title]),
  );
  // What an assessment from the task library can show, whether or not one has been sent yet: plans are made before.
  const assessed = new Set(desk.list().flatMap((task) => [...task.criteria]));
  const coverage = coverageOf(kits, assessed);
  return {
    kits: kits.map(kitView),
    coverage: coverage.map((row) => ({ ...row, title: titles.get(row.tag) ?? row.tag })),
    version,
    mayEdit: may(actor.roles, 'interview:plan') && leads(actor, requisition),
  };
}
