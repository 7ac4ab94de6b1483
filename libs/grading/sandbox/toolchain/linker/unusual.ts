// What the linker here leaves to wasm-ld: everything that the usual answer does not have.

/** The objects hold something that is not linked here; no fault of theirs. */
export class Unusual extends Error {}
