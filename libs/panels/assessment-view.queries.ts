// The assessments of an application as one person may read them: others' ratings of written answers follow the blind rule.
import { assessmentsOfApplication, type JustificationView } from '@bringup/attempts';
import type { UserActor } from '@bringup/platform';
import { applicationHeader } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { assertMaySeeApplication, cardReader } from './access.queries';
import { type CardAccess, cardAccess, mayReadJudgement } from './domain/blind';
import { cardsOfApplication } from './scorecards.queries';

export interface ReadableJustification extends JustificationView {
  /** Somebody rated it, and this person may not read it yet. */
  readonly hidden: boolean;
}

/** What this person may read of a rated justification. */
export function readableJustification(
  reader: { readonly id: string },
  access: Pick<CardAccess, 'blind'>,
  justification: JustificationView | null,
): ReadableJustification | null {
  if (justification === null) return null;
  const { rating } = justification;
  const hidden = rating !== null && !mayReadJudgement(reader.id, access, rating.ratedBy.id);
  return { ...justification, rating: hidden ? null : rating, hidden };
}

/** @throws DomainError `application-not-found`, also for those who may not see it */
export async function assessmentsView(manager: EntityManager, actor: UserActor, applicationId: string, now: Date) {
  await assertMaySeeApplication(manager, actor, applicationId);
  const { requisition } = await applicationHeader(manager, applicationId);
  const access = cardAccess(cardReader(actor, requisition), await cardsOfApplication(manager, applicationId));
  const { items } = await assessmentsOfApplication(manager, applicationId, now);
  return {
    items: items.map((item) => ({
      ...item,
      tasks: item.tasks.map((task) => ({
        ...task,
        justification: readableJustification(actor, access, task.justification),
      })),
    })),
  };
}
