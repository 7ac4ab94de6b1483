// What a look at this browser and this connection found, in plain words, with what to do. Pure; nothing of it is sent anywhere.

/** What was measured here; null while it is being measured, or where it could not be. */
export interface EnvironmentFacts {
  /** What the page needs and this browser lacks, in words. */
  readonly missing: readonly string[];
  /** Whether this browser keeps a copy of what is typed. */
  readonly storage: boolean;
  /** Milliseconds there and back, or why there are none. */
  readonly roundTripMs: number | 'measuring' | 'failed';
  /** Whether changes arrive by themselves. */
  readonly events: boolean;
  /** This computer's clock less the server's. */
  readonly clockAheadSeconds: number | null;
  readonly widthPx: number;
}

export interface Finding {
  readonly id: 'browser' | 'storage' | 'connection' | 'events' | 'clock' | 'screen';
  readonly title: string;
  readonly state: 'good' | 'mind' | 'measuring';
  readonly words: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly advice: string;
}

const slowMs = 1500;
const noticedSeconds = 30;
const comfortablePx = 1024;
const narrowPx = 600;

const noBlock = 'You can start all the same.';

export function environmentFindings(facts: EnvironmentFacts): Finding[] {
  return [browser(facts), storage(facts), connection(facts), events(facts), clock(facts), screen(facts)];
}

/** One sentence over all of them. */
export function findingsSummary(findings: readonly Finding[]): string {
  if (findings.some(({ state }) => state === 'measuring')) return 'Looking at your browser and your connection…';
  const count = findings.filter(({ state }) => state === 'mind').length;
  if (count === 0) return 'Everything that the assessment needs is there.';
  return `${count === 1 ? 'One thing is' : `${count} things are`} worth a look. ${noBlock}`;
}

function browser({ missing }: EnvironmentFacts): Finding {
  const base = { id: 'browser', title: 'Browser' } as const;
  if (missing.length === 0) return { ...base, state: 'good', words: 'It can do all that the page needs.', advice: '' };
  return {
    ...base,
    state: 'mind',
    words: `It lacks ${missing.join(', ')}.`,
    advice: 'Update it, or open the link in a current Firefox, Chrome, Edge or Safari.',
  };
}

function storage({ storage: keeps }: EnvironmentFacts): Finding {
  const base = { id: 'storage', title: 'Copies on this device' } as const;
  if (keeps)
    return { ...base, state: 'good', words: 'What you type is kept here while the connection is gone.', advice: '' };
  return {
    ...base,
    state: 'mind',
    words: 'This browser keeps nothing for this site, so only what has reached our server is safe.',
    advice: 'Leave private browsing, or allow this site to store data. Otherwise watch the save time on the page.',
  };
}

function connection({ roundTripMs }: EnvironmentFacts): Finding {
  const base = { id: 'connection', title: 'Connection' } as const;
  if (roundTripMs === 'measuring') return { ...base, state: 'measuring', words: 'Measuring…', advice: '' };
  if (roundTripMs === 'failed') {
    return {
      ...base,
      state: 'mind',
      words: 'Our server did not answer just now.',
      advice: 'Check your connection and look again. In the assessment, what you type is saved as soon as it is back.',
    };
  }
  const words = `Our server answers within ${roundTripMs < 1000 ? `${Math.max(1, Math.round(roundTripMs))} ms` : `${(roundTripMs / 1000).toFixed(1)} s`}.`;
  if (roundTripMs <= slowMs) return { ...base, state: 'good', words, advice: '' };
  return {
    ...base,
    state: 'mind',
    words,
    advice: 'That is slow but works. A cable or another network makes results of runs appear sooner.',
  };
}

function events({ events: live, roundTripMs }: EnvironmentFacts): Finding {
  const base = { id: 'events', title: 'News from the server' } as const;
  if (live) return { ...base, state: 'good', words: 'Results appear by themselves.', advice: '' };
  if (roundTripMs === 'measuring') return { ...base, state: 'measuring', words: 'Waiting for it…', advice: '' };
  return {
    ...base,
    state: 'mind',
    words: 'Your network holds them back, so the page asks every few seconds instead.',
    advice: 'Nothing is lost by it. A network without a filter in between shows results sooner.',
  };
}

function clock({ clockAheadSeconds, roundTripMs }: EnvironmentFacts): Finding {
  const base = { id: 'clock', title: 'Clock' } as const;
  if (clockAheadSeconds === null && roundTripMs === 'failed') {
    return {
      ...base,
      state: 'mind',
      words: 'It could not be compared with our server’s.',
      advice: 'Look again when the connection is back.',
    };
  }
  if (clockAheadSeconds === null)
    return { ...base, state: 'measuring', words: 'Comparing it with our server’s…', advice: '' };
  const off = Math.round(Math.abs(clockAheadSeconds));
  if (off <= noticedSeconds)
    return { ...base, state: 'good', words: 'This device’s clock agrees with our server’s.', advice: '' };
  const size = off < 120 ? `${off} seconds` : off < 7200 ? `${Math.round(off / 60)} minutes` : 'hours';
  return {
    ...base,
    state: 'mind',
    words: `This device’s clock is ${size} ${clockAheadSeconds > 0 ? 'ahead of' : 'behind'} our server’s.`,
    advice: 'Go by the time that the page shows: it is our server’s, and it alone counts.',
  };
}

function screen({ widthPx }: EnvironmentFacts): Finding {
  const base = { id: 'screen', title: 'Screen' } as const;
  if (widthPx >= comfortablePx)
    return { ...base, state: 'good', words: 'Question and answer fit side by side.', advice: '' };
  return {
    ...base,
    state: 'mind',
    words:
      widthPx < narrowPx
        ? 'This screen is narrow: everything works, but code is tight on it.'
        : 'Question and answer stand one below the other.',
    advice: 'A wider window, less zoom or a computer is more comfortable. You may change devices at any time.',
  };
}
