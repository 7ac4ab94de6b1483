// Tells a paste of what stood on this page before from one that came from elsewhere. Texts are compared here and sent nowhere.

const rememberedCopies = 20;

/** Indentation and line ends change on the way through a clipboard. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export class CopiedTexts {
  private copies: readonly string[] = [];

  /** Something was copied or cut on this page. */
  remember(text: string): void {
    const copy = plain(text);
    if (copy) this.copies = [...this.copies.slice(1 - rememberedCopies), copy];
  }

  /** True when the text was copied here, or stands in one of the texts that the page shows. */
  holds(pasted: string, shown: readonly string[]): boolean {
    const text = plain(pasted);
    return text === '' || [...this.copies, ...shown.map(plain)].some((known) => known.includes(text));
  }
}
