// Changes the kits of a requisition's plan; what was asked in a finished interview stays as it was.
import { randomUUID } from 'node:crypto';
import { DomainError, type Work } from '@bringup/platform';
import { assertMaySeeRequisition, getRequisition, leads, type Requisition } from '@bringup/requisitions';
import { InterviewKit } from './data/interview-kit.entity';
import { InterviewPlan } from './data/interview-plan.entity';
import { findKits, findPlan } from './data/panels.repository';
import { assertSoundPlan, type KitContent, orderedFocus, sameKit } from './domain/kit';
import { defaultPlanOf, type PlannedKit } from './interview-plan.queries';
import { signedIn } from './signed-in';

export interface PlanChange {
  readonly kits: readonly (KitContent & { readonly id: string | null })[];
  readonly version: number;
}

/** Saves the default plan of a requisition that has none, so that interviews can refer to its kits. */
export async function ensurePlan(
  work: Work,
  requisition: Pick<Requisition, 'id' | 'profile' | 'level'>,
): Promise<InterviewPlan> {
  const [saved] = await work.manager.query<{ requisition_id: string }[]>(
    'INSERT INTO interview_plan (requisition_id, version, changed_at) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING RETURNING requisition_id',
    [requisition.id, work.now],
  );
  if (saved)
    await insertKits(
      work,
      requisition.id,
      defaultPlanOf(requisition).map((kit, position) => ({ kit, position })),
    );
  return work.manager.findOneOrFail(InterviewPlan, {
    where: { requisitionId: requisition.id },
    lock: { mode: 'pessimistic_write' },
  });
}

async function insertKits(
  work: Work,
  requisitionId: string,
  kits: readonly { kit: PlannedKit; position: number }[],
): Promise<void> {
  if (kits.length === 0) return;
  await work.manager.insert(
    InterviewKit,
    kits.map(({ kit, position }) => ({ ...contentOf(kit), id: kit.id, requisitionId, position, retiredAt: null })),
  );
}

function contentOf({ title, minutes, purpose, focus, preparation, questions }: KitContent) {
  return {
    title: title.trim(),
    minutes,
    purpose,
    focus: orderedFocus(focus),
    preparation,
    questions: questions.map(({ text, listenFor }) => ({ text, listenFor })),
  };
}

async function kitsWithSubmittedCards(work: Work, kitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await work.manager.query<{ kit_id: string }[]>(
    'SELECT DISTINCT i.kit_id FROM interview i JOIN scorecard s ON s.interview_id = i.id WHERE i.kit_id = ANY($1) AND s.submitted_at IS NOT NULL',
    [kitIds],
  );
  return new Set(rows.map((row) => row.kit_id));
}

async function leadRequisition(work: Work, requisitionId: string): Promise<Requisition> {
  const actor = signedIn(work.actor);
  await assertMaySeeRequisition(work.manager, actor, requisitionId);
  const requisition = await getRequisition(work.manager, requisitionId);
  if (!leads(actor, requisition))
    throw new DomainError(
      'interview-plan-forbidden',
      'Only the hiring manager, whoever opened the requisition, and recruiters may change the interview plan.',
    );
  return requisition;
}

/**
 * Replaces the plan by `kits`, in this order. A kit that is no longer in the list is retired; a changed kit on which
 * scorecards were submitted is retired too and its change becomes a kit of its own.
 * @throws DomainError `requisition-not-found`, `interview-plan-forbidden`, `interview-plan-conflict`, `interview-kit-not-found` and those of `assertSoundPlan`
 */
export async function changeInterviewPlan(work: Work, requisitionId: string, change: PlanChange): Promise<void> {
  const requisition = await leadRequisition(work, requisitionId);
  assertSoundPlan(change.kits);
  const isFirst = (await findPlan(work.manager, requisitionId)) === null;
  const plan = await ensurePlan(work, requisition);
  const based = isFirst && change.version === 0 ? plan.version : change.version;
  if (plan.version !== based) {
    throw new DomainError(
      'interview-plan-conflict',
      'The interview plan was changed by somebody else. Reload it, then make your change again.',
      { version: plan.version },
    );
  }
  await replaceKits(work, requisitionId, change.kits);
  plan.version += isFirst ? 0 : 1;
  plan.changedAt = work.now;
  plan.changedBy = signedIn(work.actor).id;
  await work.manager.save(plan);
  await work.audit('interview-plan.changed', { type: 'requisition', id: requisitionId }, `${change.kits.length} kits.`);
  work.announce(`requisition:${requisitionId}`);
}

async function replaceKits(work: Work, requisitionId: string, wanted: PlanChange['kits']): Promise<void> {
  const standing = new Map((await findKits(work.manager, requisitionId)).map((kit) => [kit.id, kit]));
  const finished = await kitsWithSubmittedCards(work, [...standing.keys()]);
  const added: { kit: PlannedKit; position: number }[] = [];
  for (const [position, kit] of wanted.entries()) {
    const current = kit.id === null ? undefined : standing.get(kit.id);
    if (kit.id !== null && !current)
      throw new DomainError(
        'interview-kit-not-found',
        `"${kit.title}" is not in the plan any more. Reload the plan and make your change again.`,
      );
    if (current && (sameKit(current, kit) || !finished.has(current.id))) {
      standing.delete(current.id);
      await work.manager.update(InterviewKit, { id: current.id }, { ...contentOf(kit), position });
    } else {
      added.push({ kit: { ...kit, id: randomUUID() }, position });
    }
  }
  if (standing.size > 0) await work.manager.update(InterviewKit, [...standing.keys()], { retiredAt: work.now });
  await insertKits(work, requisitionId, added);
}
