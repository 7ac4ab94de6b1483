// The only door of the requisitions library.
export const requisitionsEntities: (new () => object)[] = [];
