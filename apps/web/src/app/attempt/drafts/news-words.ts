// What is said when a text changed without the candidate's hand. Pure.
import type { DraftNews } from './draft-saver';
import { clockWithSeconds } from '../../ui/clock-words';

export function newsWords(news: DraftNews): string {
  switch (news.kind) {
    case 'restored':
      return 'Restored what you typed on this device and the server had not yet heard of.';
    case 'merged':
      return 'This task was also changed in another tab or on another device. The changes lie in different lines, so both stand in the text now. Each version is in the history.';
    case 'followed':
      return `This task was saved in another tab or on another device at ${clockWithSeconds(news.savedAt)}. You see that version; the one before it is in the history.`;
    case 'kept-beside':
      return 'One more text of this task was not the newest and could not be joined with it. It is kept in the history, and nothing is lost.';
  }
}
