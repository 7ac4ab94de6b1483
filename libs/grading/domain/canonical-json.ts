// One text for one value: the form of JSON that digests are taken over.

/**
 * JSON with object keys sorted by UTF-16 code units and no white space, as RFC 8785 (JSON Canonicalization Scheme,
 * https://www.rfc-editor.org/rfc/rfc8785) asks for; ECMAScript's own number and string forms are the ones it prescribes.
 * Keys whose value is undefined are left out; values that JSON cannot carry are refused.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('A number that is not finite has no canonical JSON.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`A ${typeof value} has no canonical JSON.`);
}
