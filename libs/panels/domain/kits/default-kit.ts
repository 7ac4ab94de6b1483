// The shape of a kit that ships with a role profile.
import type { KitContent, KitQuestion } from '../kit';

export interface DefaultKit extends KitContent {
  /** Asked in addition when the requisition is for a senior. */
  readonly senior: readonly KitQuestion[];
}
