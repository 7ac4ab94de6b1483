// What must be tidied now and then, whoever is at work: uploads that nobody claimed, and compiled programs of days ago.
import { Logger } from '@nestjs/common';
import { removeUnclaimedDocuments } from '@bringup/candidates';
import { removeOldPrograms } from '@bringup/grading';
import { systemActor, type UnitOfWork } from '@bringup/platform';

const everyMs = 60 * 60_000;

/** Tidies now and every hour; several workers may do so at once. Returns the function that ends it. */
export function startHousekeeping(unitOfWork: UnitOfWork, cacheFolder: string): () => void {
  const log = new Logger('Housekeeping');
  const tidy = (what: string, removing: Promise<number>) => {
    removing
      .then((removed) => removed > 0 && log.log(`${removed} ${what} removed.`))
      .catch((error: unknown) => log.warn(`Not tidied: ${error instanceof Error ? error.message : String(error)}`));
  };
  const tidyAll = () => {
    tidy('unclaimed upload(s)', unitOfWork.run(systemActor, removeUnclaimedDocuments));
    tidy('compiled program(s)', removeOldPrograms(cacheFolder, unitOfWork.now()));
  };
  tidyAll();
  const timer = setInterval(tidyAll, everyMs);
  return () => clearInterval(timer);
}
