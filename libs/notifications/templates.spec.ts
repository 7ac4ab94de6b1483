// The templates, with the real engine: filled, strict, and harmless when names are hostile.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type LetterData, type TemplateName, templateNames } from './letters';
import { sampleLetters } from './testing';
import { loadTemplates } from './templates';

const templates = loadTemplates();
const company = 'Northlight Devices';
const render = <Name extends TemplateName>(name: Name, change: Partial<LetterData[Name]> = {}) =>
  templates.render(name, { ...sampleLetters[name], ...change }, company);

function without(data: object, key: string): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}

describe('every template', () => {
  it.each(templateNames)('%s is filled in HTML and in text', (name) => {
    const mail = render(name);
    expect(mail.subject).not.toBe('');
    expect(mail.subject).not.toMatch(/Subject:|\{\{|undefined|null/);
    for (const version of [mail.html, mail.text]) {
      expect(version).not.toMatch(/\{\{|undefined|null|\[object/);
      expect(version).toContain(company);
    }
    expect(mail.html).toContain(`<title>${mail.subject}</title>`);
    expect(mail.text).not.toMatch(/<[a-z]/);
  });

  it.each(templateNames)('%s refuses to be filled when a variable is missing', (name) => {
    for (const key of Object.keys(sampleLetters[name])) {
      const rest = without(sampleLetters[name], key);
      expect(() => templates.render(name, rest as never, company)).toThrow(
        expect.objectContaining({
          code: 'mail-template-failed',
          message: expect.stringContaining(`"${key}"`) as string,
        }) as Error,
      );
    }
  });

  it('refuses an item of a list that lacks a member, also where the member is only a condition', () => {
    const task = without(sampleLetters['attempt-submitted'].tasks[0], 'sha256');
    expect(() => render('attempt-submitted', { tasks: [task as never] })).toThrow(
      'a condition asks for a variable that is missing',
    );
  });

  it('belongs to a letter: no file is left over', () => {
    const files = readdirSync(path.join(__dirname, 'templates')).filter((file) => !/^(layout|button)\b/.test(file));
    expect(files.sort()).toEqual(templateNames.flatMap((name) => [`${name}.hbs`, `${name}.txt.hbs`]).sort());
  });
});

describe('hostile values', () => {
  const script = '<script>alert(1)</script>';

  it('are text in HTML, also in the title and in what was written by hand', () => {
    const mail = render('invitation-ready', {
      name: script,
      jobTitle: script,
      note: `${script}\n\n<img src=x onerror=alert(1)>`,
    });
    expect(mail.html).not.toContain('<script');
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(mail.html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;');
  });

  it('cannot leave an attribute', () => {
    const mail = render('decision-reject', { statusUrl: 'https://x.example/" onclick="alert(1)' });
    expect(mail.html).not.toContain('" onclick="');
  });

  it('cannot break the subject into headers', () => {
    const mail = render('application-receipt', { jobTitle: 'Engineer\r\nBcc: everybody@example.org' });
    expect(mail.subject).toBe('Your application for Engineer Bcc: everybody@example.org: receipt BR-7K2M-94QX');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it('cannot turn the direction of the text', () => {
    expect(render('decision-hold', { name: 'Asha\u202eoaR' }).text).toContain('Dear Asha oaR,');
  });

  it('cannot bring templates of their own', () => {
    expect(render('decision-hold', { name: '{{statusUrl}}' }).text).toContain('Dear {{statusUrl}},');
  });
});

describe('what people wrote', () => {
  it('keeps its paragraphs and lines', () => {
    const mail = render('decision-offer', { message: 'Dear Asha,\nwelcome.\n\nMette' });
    expect(mail.html).toMatch(/Dear Asha,<br>welcome\.<\/p>\n<p[^>]*>Mette<\/p>/);
    expect(mail.text).toContain('Dear Asha,\nwelcome.\n\nMette');
  });

  it('is left out when there is none', () => {
    expect(render('decision-offer', { message: null }).text).not.toContain('writes:');
  });
});
