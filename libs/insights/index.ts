// The only door of the insights library.
export {};
