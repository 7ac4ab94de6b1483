// The only door of the insights library.
export { homeOf } from './home.queries';
export type { WaitingItem, WaitingKind } from './domain/waiting';
