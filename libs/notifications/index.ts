// The only door of the notifications library.
export {};
