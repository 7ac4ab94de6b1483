// Addresses of the API for what is not a call: download links and event streams. The pattern comes from the generated function's PATH.

/** apiPath(downloadOriginal.PATH, { id }) → "/api/documents/3f…/original". Throws when a part is missing: that is a fault of ours. */
export function apiPath(pattern: string, parts: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`The address ${pattern} needs "${name}".`);
    return encodeURIComponent(part);
  });
}
