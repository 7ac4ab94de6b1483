// Published versions never change: the record of their digests, and what a task of the library must agree with.
import { DomainError } from '@bringup/platform';
import type { Task } from '../task';

/** One line of the record: this version of this task was published with these very files. */
export interface PublishedVersion {
  readonly slug: string;
  readonly version: number;
  readonly digest: string;
}

type Edition = Pick<Task, 'slug' | 'version' | 'digest'>;

/** Where a task of the library stands against the record. */
export type Standing = 'published' | 'draft' | 'changed' | 'behind';

/**
 * `published`: its newest version on record, unchanged. `draft`: a version that is not on record yet. `changed`: a version on
 * record whose files differ. `behind`: a later version is on record.
 */
export function standingOf(record: readonly PublishedVersion[], task: Edition): Standing {
  const own = record.filter(({ slug }) => slug === task.slug);
  const newest = own.reduce((most, { version }) => Math.max(most, version), 0);
  const same = own.find(({ version }) => version === task.version);
  if (same && same.digest !== task.digest) return 'changed';
  if (task.version < newest) return 'behind';
  return same ? 'published' : 'draft';
}

/** What contradicts the record, in words that say what to do; null when nothing does. A draft contradicts nothing. */
export function versionFault(record: readonly PublishedVersion[], task: Edition): string | null {
  const { slug, version } = task;
  const standing = standingOf(record, task);
  if (standing === 'changed')
    return `version ${version} is published and its files have changed: raise version in task.yaml, then say tasks publish ${slug}`;
  if (standing === 'behind')
    return `version ${version} is older than the newest on record: give it a higher version in task.yaml, then say tasks publish ${slug}`;
  return null;
}

/**
 * Why a task may not be sent, in words that say what to do; null when it may. In a library that keeps a record only what was proved
 * and published is sent. A library without a record is one under construction, whose tasks are proved when they are prepared.
 */
export function sendingFault(record: readonly PublishedVersion[], task: Edition): string | null {
  if (record.length === 0) return null;
  const { slug, version } = task;
  const fault = versionFault(record, task);
  if (fault !== null || standingOf(record, task) === 'published') return fault;
  return `version ${version} is not published, so nothing shows yet that it grades right: say tasks publish ${slug}, which proves it and names the file and the line of what fails`;
}

/**
 * The entry that publishing adds to the record; null when this very edition is on record.
 * @throws DomainError `version-published` when the record says otherwise: what it holds is never changed or removed
 */
export function newEntry(record: readonly PublishedVersion[], task: Edition): PublishedVersion | null {
  const fault = versionFault(record, task);
  if (fault !== null) throw new DomainError('version-published', `${task.slug}: ${fault}.`, { slug: task.slug });
  if (standingOf(record, task) === 'published') return null;
  return { slug: task.slug, version: task.version, digest: task.digest };
}
