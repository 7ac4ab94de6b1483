// Where to go after signing in. Only addresses inside this site are followed.

/** The given address when it is a path of this site, else '/'. */
export function returnAddress(wanted: string | undefined): string {
  if (!wanted || !wanted.startsWith('/') || /^\/[/\\]/.test(wanted) || wanted.startsWith('/sign-in')) return '/';
  return wanted;
}
