// What must be tidied now and then, whoever is at work: uploads that nobody claimed.
import { Logger } from '@nestjs/common';
import { removeUnclaimedDocuments } from '@bringup/candidates';
import { systemActor, type UnitOfWork } from '@bringup/platform';

const everyMs = 60 * 60_000;

/** Tidies now and every hour; several workers may do so at once. Returns the function that ends it. */
export function startHousekeeping(unitOfWork: UnitOfWork): () => void {
  const log = new Logger('Housekeeping');
  const tidy = () => {
    unitOfWork
      .run(systemActor, removeUnclaimedDocuments)
      .then((removed) => removed > 0 && log.log(`${removed} unclaimed upload(s) removed.`))
      .catch((error: unknown) => log.warn(`Not tidied: ${error instanceof Error ? error.message : String(error)}`));
  };
  tidy();
  const timer = setInterval(tidy, everyMs);
  return () => clearInterval(timer);
}
