// The injection token of the configuration.
export const configToken = Symbol('Config');
