// When a panel has said everything that it was asked.

/** True when at least one interview took place and every one that was not cancelled has its scorecard. */
export function isPanelComplete(
  cards: readonly { readonly submitted: boolean; readonly cancelled: boolean }[],
): boolean {
  const standing = cards.filter((card) => !card.cancelled);
  return standing.length > 0 && standing.every((card) => card.submitted);
}
