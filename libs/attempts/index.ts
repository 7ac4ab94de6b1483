// The only door of the attempts library.
export const attemptsEntities: (new () => object)[] = [];
export class TaskDesk {}
