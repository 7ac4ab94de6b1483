// The turns of phrase by which people say that they have not done, only wish for, only know of, or only advertise a thing.

const ability = '(?:experience|knowledge|exposure|background|expertise|familiarity|skills?|training|practice|contact)';
const deed =
  '(?:worked|used|touched|done|written|built|deployed|programmed|tried|familiar|experienced|know|knew|trained|shipped|ported|designed|developed|implemented|optimi[sz]ed|quanti[sz]ed|pruned|had|have|with|an?\\s+expert|proficient|comfortable|claim|work|use|include|cover)';
/** A place of another term, masked, so that "no TensorRT or CUDA experience" reaches CUDA. */
export const mask = '¤';

/** Where one clause ends and what was said before no longer governs what follows. */
export const clauseBreak =
  /[;!?]|\s[–—]\s|\b(?:but|however|although|though|whereas|nevertheless)\b|,\s*(?:and\s+)?(?:i|we|so|then|which|where|he|she)\b|\band\s+(?=(?:i|we|have|has|had)\b)/gi;

export const negatedBefore = new RegExp(
  [
    `\\b(?:no|not any|zero|little|limited|without(?: any)?|lack(?:s|ing|ed)?(?: of)?|never had)\\s+(?:[\\w${mask}-]+\\s+){0,3}?${ability}\\b`,
    `\\b(?:i|we)\\s+(?:have|had|am|was|did|do|could|can)(?:\\s+not|n['’]?t)\\b(?!\\s+(?:only|just))`,
    `(?:\\b(?:cannot|never|nor|neither|not)|n['’]t)\\s+(?:yet\\s+|really\\s+|been\\s+|personally\\s+|actually\\s+|ever\\s+)?${deed}\\b`,
    `\\b(?:unfamiliar with|new to|yet to|instead of|rather than|inexperienced)\\b`,
  ].join('|'),
  'i',
);
export const negatedAdjacent = new RegExp(
  `\\b(?:no|not|never|without|zero|lacking|except|excluding)\\s+(?:(?:prior|hands-on|professional|direct|real|production|practical|formal|commercial|any|much|yet)\\s+){0,2}(?:${mask}[\\s,/]*(?:(?:or|and|nor)\\s+)?){0,6}$`,
  'i',
);
export const negatedAfter = new RegExp(
  [
    `^[^.;]{0,60}?\\b(?:is|are|was|were)\\s+(?:still\\s+)?(?:new|unknown|foreign)\\s+to\\s+me\\b`,
    `^[^.;]{0,60}?\\bi\\s+(?:have|had|did|do)(?:\\s+(?:not|never|yet)|n['’]?t)\\b`,
    `^[^.;]{0,40}?\\b(?:never|not\\s+yet)\\s+(?:used|touched|tried|worked)\\b`,
    `^\\s*(?:experience|knowledge|skills?)?\\s*[:=–-]\\s*(?:none|no|n/a|nil|not yet|0)(?![\\w%.,])`,
    `^\\s*\\((?:none|no experience|not yet|beginner|novice)\\)`,
  ].join('|'),
  'i',
);

export const wishedBefore = new RegExp(
  [
    '\\b(?:eager|keen|hoping|wanting|wishing|willing|excited|aspiring|motivated|thrilled|happy|looking|looking forward|ambition(?: is)?|goal is|dream(?: is)?)\\s+(?:to|on|about|for|of)\\b',
    '\\b(?:i|we|and)\\s+(?:also\\s+|really\\s+|now\\s+|very much\\s+)?(?:hope|want|wish|plan|aim|intend|aspire|love|like)\\s+(?:to\\b|learning|exploring)',
    '^\\W*(?:hope|want|wish|plan|aim|intend|aspire|aspires|hopes|wants)\\s+to\\b',
    '\\b(?:interest(?:ed)?|passion(?:ate)?|enthusias\\w+|curious|curiosity|fascinat\\w+)\\s+(?:in|about|for|by|with)\\b',
    '\\b(?:currently|now|am|are|started|start|keep|continue)\\s+(?:learning|studying|reading|exploring|taking)\\b',
    "\\b(?:would\\s+(?:like|love)|i['’]d\\s+(?:like|love)|i\\s+will|i['’]ll|i\\s+shall|seeking|in search of|opportunit(?:y|ies) to|to learn|next step)\\b",
  ].join('|'),
  'i',
);
export const wishedAfter =
  /^[^.;]{0,80}?\b(?:is|are|would be)\s+(?:what|something)\s+i\s+(?:want|would|wish|hope)\b|^[^.;]{0,60}?\b(?:interests? me|fascinates? me|i (?:want|would like|hope|plan|am eager|am keen) to (?:learn|try|use|work))\b/i;

export const familiarBefore =
  /\b(?:familiar(?:ity)?\s+with|exposure\s+to|exposed\s+to|aware(?:ness)?\s+of|(?:basic|working|theoretical|some|general|good|sound|elementary|first)\s+(?:knowledge|understanding|grasp|experience|skills?)|basics\s+of|fundamentals\s+of|knowledge\s+of|understanding\s+of|introduc(?:tion|ed)\s+to|read(?:ing)?\s+about|heard\s+of|coursework|courses?\b|attended|lectures?|seminars?|workshops?|tutorials?|bootcamp|moocs?|webinars?|certifi(?:ed|cates?|cation)\s+(?:in|on|for)|studied\s*$|learn(?:ed|t)\s+(?:about|the basics)|observed|shadow(?:ed|ing)|watched|dabbled)/i;

export const othersBefore =
  /\b(?:(?:my|a|another|one|the other)\s+(?:colleagues?|team ?mates?|co-?workers?|contractors?|suppliers?|vendors?|partners?|manager)|colleagues|another\s+team|other\s+teams|the\s+vendor|the\s+supplier|our\s+(?:supplier|vendor|contractor|partner)|an?\s+external\s+\w+)\s+(?!and\s+i\b)(?:had\s+|has\s+|then\s+)?(?:\w+ed|did|wrote|built|ran|made|took|handles?|does|is)\b/i;
export const othersAfter =
  /^[^.;]{0,80}?\b(?:handled|done|written|built|made|owned|developed|implemented|ported|performed|carried\s+out)\s+by\s+(?:(?:a|an|the|my|our|another|other)\s+)?(?:other\s+)?(?:colleagues?|teams?|vendors?|suppliers?|contractors?|partners?|team ?mates?|external)/i;

/** Words of a job advertisement: a résumé that carries one says nothing about its writer. */
export const posting =
  /\b(?:(?:ideal|successful|right|preferred)\s+(?:candidate|applicant)|we\s+are\s+(?:looking|searching|hiring|seeking)|we\s+(?:offer|expect|require)\b|you\s+(?:will|have|should|must|bring|know|hold|own|design|deploy|are\s+(?:experienced|proficient|comfortable|expected))\b(?!\s+(?:see|find|notice))|must[- ]have|nice[- ]to[- ]have|(?:is|are)\s+(?:a\s+plus|required|preferred|desirable|mandatory)|minimum\s+(?:requirements|qualifications)|preferred\s+qualifications|job\s+requirements|equal\s+opportunity\s+employer)\b/i;
