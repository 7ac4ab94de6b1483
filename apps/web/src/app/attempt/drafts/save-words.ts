// What is said about a draft's state: the truth, in few words. Pure.
import { toProblem } from '../../ui/problem';
import type { SaveState } from './draft-saver';

/** As shown; `tone` colours the mark beside it. */
export interface SaveWords {
  readonly text: string;
  readonly tone: 'rest' | 'go' | 'hold' | 'stop';
}

/** `time` writes an instant as a clock time with seconds; `online` is what the browser believes. */
export function saveWords(state: SaveState, time: (at: string) => string, online: boolean): SaveWords {
  switch (state.kind) {
    case 'untouched':
      return { text: 'Nothing typed yet', tone: 'rest' };
    case 'saved':
      return { text: `Saved at ${time(state.at)}`, tone: 'go' };
    case 'dirty':
    case 'saving':
      return { text: 'Saving…', tone: 'rest' };
    case 'retrying':
      return {
        text: online ? 'Not saved yet, trying again' : 'No connection. Kept on this device, trying again',
        tone: 'hold',
      };
    case 'conflict':
      return { text: 'Two versions: choose one', tone: 'stop' };
    case 'refused':
      return { text: `Not saved. ${refusal(state.error)}`, tone: 'stop' };
  }
}

function refusal(error: unknown): string {
  const problem = toProblem(error);
  return problem.fields[0]?.message ?? problem.detail;
}
