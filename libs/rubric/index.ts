// The only door of the rubric library.
export const rubricEntities: (new () => object)[] = [];
