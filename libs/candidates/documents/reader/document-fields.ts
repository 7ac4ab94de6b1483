// Guesses name, mail address and telephone number from the head of a résumé, for the candidate to correct.
import type { DocumentFields } from '../document';

const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@])/;
const phone = /(?<![\w.+/-])(?:\+|00)?\(?\d[\d\s()./-]{6,20}\d(?![\w/-])/g;
const notName =
  /\b(?:curriculum|vitae|r[ée]sum[ée]|cv|lebenslauf|profile|summary|contact|engineer|developer|scientist|address|phone|email|page|application|cover|letter|dear|experience|education)\b/i;

function nameIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const named = /^\s*(?:name\s*:\s*)?(.{3,60}?)\s*$/i.exec(line.split(/[|•·,\t]/)[0] ?? '')?.[1];
    if (named === undefined || notName.test(named) || !/^[\p{L}\p{M}.'’ -]+$/u.test(named)) continue;
    const words = named.split(/\s+/);
    const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
    if (words.length >= 2 && words.length <= 5 && capital >= 2) return named;
  }
  return undefined;
}

function phoneIn(text: string): string | undefined {
  return text.match(phone)?.find((found) => {
    const digits = found.replace(/\D/g, '').length;
    return (
      digits >= 8 && digits <= 15 && !/^(?:19|20)\d{2}\D+(?:19|20)\d{2}/.test(found) && !/^\d{4}-\d{2}/.test(found)
    );
  });
}

export function fieldsOf(text: string): DocumentFields {
  const head = text.slice(0, 3000);
  const name = nameIn(
    head
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, 6),
  );
  const mail = email.exec(head)?.[0] ?? email.exec(text)?.[0];
  const number = phoneIn(head)?.trim();
  return { ...(name ? { name } : {}), ...(mail ? { email: mail } : {}), ...(number ? { phone: number } : {}) };
}
