// What a candidate reads of Clang's output: whole messages, errors before warnings, nothing of the compiler's own.
import { type CompileJob } from '../sandbox';

/** Of what is shown; a verdict never depends on it. */
const most = { lines: 200, characters: 16 * 1024, lineCharacters: 400 };

/** An error or a warning with all that belongs to it: where it was included from, its source line, its notes. */
interface Message {
  readonly severity: string;
  /** `file:line:column`, or an empty text. */
  readonly place: string;
  readonly text: string;
  readonly lines: string[];
}

const headPattern = /^(?:(\S[^\n]*?:\d+:\d+): )?(fatal error|error|warning|note|remark): (.*)$/;
const includedPattern = /^(In file included from |\s+from )/;
const summaryPattern = /^(?:(\d+) warnings?)?(?: and )?(?:(\d+) errors?)? generated\.$/;
const isError = ({ severity }: Message): boolean => severity.endsWith('error');

interface Output {
  readonly messages: readonly Message[];
  /** As Clang counted them; less when its last line is not there. */
  readonly counted: number;
  readonly countedErrors: number;
}

/** The compiler's folder of headers, and its name for the source's own. */
const folderPattern = /^(In file included from |\s+from )?(?:\.\/(?=\S+:\d)|include\/(\w+\.h)(?=:\d))/;

function withoutFolder(line: string): string {
  return line.replace(folderPattern, (_, before: string = '', header?: string) =>
    header === undefined ? before : `${before}<${header}>`,
  );
}

/** Clang's hints at flags of its own, which nobody here can set. */
const flagNote = /^use -f[\w-]+=/;
const flagHint = /; use -f[\w-]+=\S+ to see all\)/;

/** Whatever is no part of a message (what a crash or a debugging aid of the compiler prints) is left out. */
function readMessages(output: string): Output {
  const messages: Message[] = [];
  let counted = 0;
  let countedErrors = 0;
  let included: string[] = [];
  let current: string[] | null = null;
  for (const line of output.split('\n')) {
    const [, place = '', severity = '', text = ''] = headPattern.exec(line) ?? [];
    const summary = summaryPattern.exec(line);
    if (severity === 'note') {
      // A note that points into a header of ours has a source line and a caret below it.
      const isOfNoUse = /^(include\/|<built-in>)/.test(place) || flagNote.test(text);
      current = isOfNoUse ? null : (messages.at(-1)?.lines ?? null);
      current?.push(line.replace(flagHint, ')'));
    } else if (place === '' && /^unable to open output file/.test(text)) {
      // A file of ours that became too large: the limit has a sentence of its own.
      current = null;
    } else if (severity !== '') {
      messages.push({ severity, place, text, lines: [...included, line] });
      current = messages.at(-1)?.lines ?? null;
      included = [];
    } else if (includedPattern.test(line) && !line.includes('|')) included.push(line);
    else if (summary) {
      countedErrors = Number(summary[2] ?? 0);
      counted = Number(summary[1] ?? 0) + countedErrors;
    } else if (/^\s/.test(line)) current?.push(line);
    else current = null;
  }
  return { messages, counted, countedErrors };
}

const assemblySentence =
  'assembly is not supported here; for a compiler barrier use __atomic_signal_fence(__ATOMIC_SEQ_CST)';
const poisonText = 'attempt to use a poisoned identifier';
const assemblyWord = /^(asm|__asm|__asm__)\b/;

/** Does the message say that a name of assembly was used, which our header poisons, and not one that the source poisoned itself? */
function isAboutAssembly(message: Message, job: CompileJob): boolean {
  if (message.text !== poisonText || !isError(message)) return false;
  if (!job.source.includes('poison')) return true;
  const [, code = '', caret = ''] = message.lines;
  return assemblyWord.test(code.slice(caret.indexOf('^')));
}

function inOurWords(message: Message, job: CompileJob): Message {
  const [, reason] = /^error in backend: (.*)$/.exec(message.text) ?? [];
  if (reason !== undefined)
    return { ...message, lines: [`${job.file}: error: the compiler cannot translate this source: ${reason}`] };
  if (!isAboutAssembly(message, job)) return message;
  const place = message.place.replace(/:\d+$/, '').replace(/^\.\//, '');
  return { ...message, severity: 'error', lines: [`${place}: error: ${assemblySentence}`] };
}

const isOurs = ({ lines: [head = ''] }: Message): boolean => head.endsWith(assemblySentence);

/** A line of assembly gives a message for each of its words; what else Clang says comes from not knowing them. */
function onlyAssembly(messages: readonly Message[]): Message[] {
  const found = messages.filter(isOurs);
  return found.filter(({ lines }, index) => found.findIndex((other) => other.lines[0] === lines[0]) === index);
}

/** @returns the line, cut where it is longer than anybody reads */
export function clipped(line: string): string {
  const rest = line.length - most.lineCharacters;
  return rest <= 0 ? line : `${line.slice(0, most.lineCharacters)}… (${rest} more characters)`;
}

/** Keeps what fits, errors before warnings, in the order in which they came. */
function choose(messages: readonly Message[]): Set<Message> {
  const kept = new Set<Message>();
  let lines = 0;
  let characters = 0;
  for (const message of [...messages.filter(isError), ...messages.filter((message) => !isError(message))]) {
    lines += message.lines.length;
    characters += message.lines.reduce((sum, line) => sum + clipped(line).length + 1, 0);
    if (kept.size > 0 && (lines > most.lines || characters > most.characters)) break;
    kept.add(message);
  }
  return kept;
}

/** Clang's output as the candidate reads it: whole messages without lines about files of ours, and how many more there are. */
export function tidyDiagnostics(output: string, job: CompileJob): string {
  const { messages, counted } = readMessages(output);
  const own = messages.map((message) => inOurWords(message, job));
  const assembly = onlyAssembly(own);
  const shown = assembly.length > 0 ? assembly : own;
  const kept = choose(shown);
  const lines = shown.filter((message) => kept.has(message)).flatMap((message) => message.lines.map(withoutFolder));
  const all = assembly.length > 0 ? assembly.length : Math.max(counted, messages.length);
  const left = all - kept.size;
  const text = lines.slice(0, most.lines).map(clipped).join('\n');
  return left > 0 ? `${text}\nand ${left} more` : text;
}

/** How many errors Clang counted of which none is in what was kept of its output. */
export function hiddenErrors(output: string): number {
  const { messages, countedErrors } = readMessages(output);
  return messages.some(isError) ? 0 : countedErrors;
}

/** Does the compiler's output name an error? */
export function hasError(output: string): boolean {
  return readMessages(output).messages.some(isError);
}
