// Text of others that people read in terminals and pages: nothing in it may act.

/** Control characters but tab and line feed, and what turns the direction of text or takes no room. */
const acting = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The same text with each character that would act written as Clang writes it: `<U+001B>`. */
export function printable(text: string): string {
  return text.replace(acting, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}
