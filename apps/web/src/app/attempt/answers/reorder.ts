// Orders as the API writes them: option values joined by commas. Pure.

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The options in the answered order; as given while nothing, or something that does not fit, is answered. */
export function inOrder<T extends Option>(options: readonly T[], answer: string): readonly T[] {
  const byValue = new Map(options.map((option) => [option.value, option]));
  const found = answer.split(',').flatMap((value) => byValue.get(value.trim()) ?? []);
  return found.length === options.length && new Set(found).size === found.length ? found : options;
}

/** The order with the item at `from` now at `to`; the same list when there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

export function orderText(options: readonly Option[]): string {
  return options.map((option) => option.value).join(',');
}
