// The number by which people speak of a requisition.

/** `REQ-104` */
export function requisitionNumber(number: number): string {
  return `REQ-${number}`;
}
