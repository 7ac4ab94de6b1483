// Gives the kits of an unsaved plan identifiers that do not change from one look to the next.
import { createHash } from 'node:crypto';

/**
 * The identifier of a default kit: the same for the same requisition and title, so that a plan can be shown
 * before anybody has saved it. A UUID of version 8 (RFC 9562, section 5.8).
 */
export function defaultKitId(requisitionId: string, title: string): string {
  const bytes = createHash('sha256').update(`${requisitionId}/${title}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
