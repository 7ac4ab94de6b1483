// The only door of the identity library.
export const identityEntities: (new () => object)[] = [];
export * from './domain/permissions';
