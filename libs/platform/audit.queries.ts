// Reads the audit log for timelines on screens.
import type { EntityManager } from 'typeorm';
import { AuditEvent } from './audit-event.entity';

export interface TimelineEntry {
  /** ISO 8601, UTC. */
  at: string;
  actor: string;
  action: string;
  detail: string | null;
}

/** The newest acts on one subject, newest first. */
export async function timelineOf(
  manager: EntityManager,
  subject: { type: string; id: string },
  limit = 100,
): Promise<TimelineEntry[]> {
  const events = await manager.find(AuditEvent, {
    where: { subjectType: subject.type, subjectId: subject.id },
    order: { at: 'DESC', id: 'DESC' },
    take: limit,
  });
  return events.map((event) => ({
    at: event.at.toISOString(),
    actor: event.actorName,
    action: event.action,
    detail: event.detail,
  }));
}
