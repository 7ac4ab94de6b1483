// Who does something: a member of staff, a candidate behind a link, or the product itself.

export type Actor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string; readonly roles: readonly string[] }
  | { readonly kind: 'candidate'; readonly id: string; readonly name: string }
  | { readonly kind: 'system'; readonly id: null; readonly name: string };

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** The product acting by itself: the worker, a deadline, the demo. */
export const systemActor: Actor = { kind: 'system', id: null, name: 'Bringup' };
