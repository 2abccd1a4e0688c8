import { instantText } from '../time/words.js';
import { type Kind, type Source, TOOLS } from './tools.js';

/** Up to when a tool was asked for what it did not send, in a line. */
export function pollText(kind: Kind, poll: Source['poll']): string {
  if (!poll) return TOOLS[kind].asked ? 'No' : '–';
  if (poll.failure) return `Fails; again ${instantText(poll.nextAt)}`;
  if (!poll.polledAt) return `Not yet; first ${instantText(poll.nextAt)}`;
  return `Up to ${instantText(poll.reachedAt)}`;
}
