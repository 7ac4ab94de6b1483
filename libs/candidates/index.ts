// The only door of the candidates library.
export const candidatesEntities: (new () => object)[] = [];
