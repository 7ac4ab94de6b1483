// One state for all drafts: the worst of them, so that the header never sounds better than the truth. Pure.
import type { SaveState } from '../drafts/draft-saver';

const badness: readonly SaveState['kind'][] = [
  'untouched',
  'saved',
  'dirty',
  'saving',
  'retrying',
  'refused',
  'conflict',
];

/** The worst state; among saved ones the latest. */
export function overallSave(states: readonly SaveState[]): SaveState {
  return states.reduce<SaveState>(
    (worst, state) => {
      if (worst.kind === 'saved' && state.kind === 'saved') return state.at > worst.at ? state : worst;
      return badness.indexOf(state.kind) > badness.indexOf(worst.kind) ? state : worst;
    },
    { kind: 'untouched' },
  );
}
