// The verbs by which people tell what they did, and the weak ones that only say that they were near it.

const past =
  'accelerat|achiev|adapt|add|analy[sz]|architect|assembl|audit|authored?|automat|benchmark|bisect|calibrat|cod|co-?develop|collect|commission|compar|compil|compress|comput|configur|construct|contribut|convert|creat|cross-compil|debug|deliver|deploy|design|develop|devis|diagnos|distill?|doubl|eliminat|engineer|evaluat|execut|export|extend|find|fine-?tun|fix|fold|formulat|fus|halv|hand-?tun|identif|implement|improv|increas|instrument|integrat|introduc|investigat|launch|locat|lower|maintain|map|measur|migrat|minimi[sz]|model|moderni[sz]|optimi[sz]|own|packag|paralleli[sz]|partition|patch|pipelin|port|produc|profil|program|prototyp|prov|prun|publish|quanti[sz]|qualif|rais|re-?architect|re-?design|re-?engineer|re-?factor|re-?implement|re-?place|re-?train|re-?work|reduc|releas|remov|reproduc|resolv|restor|restructur|revers|roll|schedul|shav|ship|shorten|simplif|simulat|slash|solv|stabilis|strip|swap|synthesi[sz]|tap|test|trac|track|train|trim|tripl|troubleshoot|tun|unroll|upgrad|upstream|validat|vectori[sz]|verif|weld|wir';
const irregular =
  'built|brought up|brought|cut|drew|found|led|ran|rebuilt|rewrote|set up|shrank|shrunk|sped up|took|taught|wrote|written|got .{0,30} (?:running|working|to run|to work)|drove|dropped|chased|squeezed|hunted down|put .{0,40} into production|won back|won|beat|characteri[sz]ed|hand-wrote';
const present =
  'accelerate|analy[sz]e|architect|automate|benchmark|bring up|build|calibrate|characteri[sz]e|compress|configure|convert|create|cut|debug|deliver|deploy|design|develop|diagnose|distil|evaluate|fix|implement|improve|integrate|investigate|lead|maintain|measure|migrate|optimi[sz]e|own|port|profile|program|prune|quanti[sz]e|reduce|release|run|ship|train|tune|validate|verify|write';
const nouns =
  'acceleration|bring-?up|commissioning|maintenance|introduction|analysis|debugging|set-?up|calibration|characteri[sz]ation|conversion|deployment|design|development|distillation|implementation|integration|migration|optimi[sz]ation|porting|port|pruning|quanti[sz]ation|redesign|re-?implementation|roll-?out|validation|verification';

const pastEndings = 't?ed|p?ped|g?ged|n?ned|med|d|ied|led';
/** Past tense anywhere: "ported", "quantised", "built". */
const account = new RegExp(`(?<![\\p{L}-])(?:(?:${past})(?:${pastEndings})|${irregular})(?![\\p{L}])`, 'giu');
/** "Porting …" at the start: elsewhere such words are names of methods ("pruning", "profiling"). */
const ongoing = new RegExp(`^(?:${past})(?:p?ping|ging|ning|ming|ling|t?ting|ing|ying)(?![\\p{L}])(?=\\s)`, 'iu');
const methodName = new RegExp(
  `(?<![\\p{L}-])(?:${past})(?:p?ping|ging|ning|ming|ling|t?ting|ing|ying)(?![\\p{L}])`,
  'giu',
);
/** Present tense only where somebody speaks of their own work: at the start, or after I or we. */
const habit = new RegExp(`(?:^|[.;:]\\s|\\b(?:I|we|and)\\s+|,\\s)(?:${present})(?:s)?(?![\\p{L}])`, 'giu');
/** "Porting of a detector to …", "INT8 quantisation of …": the note form of a bullet. */
const note = new RegExp(`(?<![\\p{L}-])(?:${nouns})\\s+(?:of|for|to|on|onto|from|with)(?![\\p{L}])`, 'giu');

const ordinary =
  /^(?:the|and|with|for|from|into|onto|using|used|use|work|worked|working|experience|experienced|expert|expertise|skills?|skilled|proficient|knowledge|strong|excellent|great|good|very|advanced|extensive|solid|proven|deep|hands|various|several|many|multiple|different|etc|including|such|also|both|all|our|their|his|her|its|this|that|these|those|was|were|are|have|has|had|been|being|which|who|via|over|under|than|then|as|on|in|of|to|by|at|an|or|is|it|we|my|me|i|a|not|technolog(?:y|ies)|tools?|frameworks?|platforms?|solutions?|models?|systems?|successfully|results?|best|practices?|daily|basis|state|art|modern)$/i;

/** A comma or "and" and then a verb in the past: what was governed before ends here. */
const newDeed = new RegExp(
  `(?:,|\\band\\b)\\s+(?:(?:i|we|then|have|has|later|also)\\s+){0,2}(?:(?:${past})(?:${pastEndings})|${irregular})(?![\\p{L}])`,
  'iu',
);

export function newDeedIn(text: string): boolean {
  return newDeed.test(text);
}

export interface Doing {
  /** A verb of doing stands in the statement. */
  readonly verb: boolean;
  /** It is told in note form, without a verb: "Porting of …". */
  readonly note: boolean;
}

/** Looks for verbs of doing in a statement. */
export function doingIn(statement: string): Doing {
  const verb = statement.search(account) >= 0 || statement.search(habit) >= 0 || ongoing.test(statement);
  return { verb, note: !verb && statement.search(note) >= 0 };
}

/** How many words remain that say something, once terms, verbs of doing and ordinary words are taken away. */
export function contentWords(statement: string, termsAt: ReadonlyArray<readonly [number, number]>): number {
  let rest = statement;
  for (const [start, end] of [...termsAt].sort((a, b) => b[0] - a[0]))
    rest = `${rest.slice(0, start)} ; ${rest.slice(end)}`;
  rest = rest.replace(account, ' ').replace(habit, ' ').replace(methodName, ' ');
  const words = rest.match(/[\p{L}][\p{L}'’-]+/gu) ?? [];
  return words.filter((word) => !ordinary.test(word)).length;
}
