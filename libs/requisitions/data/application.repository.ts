// Finds applications.
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { Application } from './application.entity';

/** No access rule. @throws DomainError `application-not-found` */
export async function getApplication(manager: EntityManager, id: string): Promise<Application> {
  const application = await manager.findOneBy(Application, { id });
  if (!application) throw applicationNotFound();
  return application;
}

/**
 * Also keeps everybody else from moving it until the transaction ends. Lock the requisition first when both are needed, and either
 * before anything is written that refers to it. Rows that refer to it may be written by others meanwhile: a lock of the key too would
 * wait for them, and they for it.
 */
export async function getApplicationForChange(manager: EntityManager, id: string): Promise<Application> {
  const application = await manager.findOne(Application, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!application) throw applicationNotFound();
  return application;
}

export function applicationNotFound(): DomainError {
  return new DomainError(
    'application-not-found',
    'There is no application at this address, or you are not part of its requisition.',
  );
}
