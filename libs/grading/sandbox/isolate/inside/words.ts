// Small words that several sentences share.

/** Digits in groups of three. */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');

export const hex = (value: number): string => `0x${value.toString(16)}`;

export const bytesOf = (length: number): string => `${count(length)} ${length === 1 ? 'byte' : 'bytes'}`;
