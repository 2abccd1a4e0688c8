import { type ReactElement, useState } from 'react';
import { LeaveQuestion } from './leave-question.js';

interface Leaving {
  /** Closes the dialog, or asks first. */
  readonly close: () => void;
  /** Whether it is asked just now: then Escape answers the question, not the dialog. */
  readonly asking: boolean;
  /** Stands beside the dialog. */
  readonly question: ReactElement;
}

/**
 * Asks before a dialog with something typed is closed.
 * @param typed whether something would be missed
 * @param onLeave closes the dialog
 * @param onDrop closes it where what was typed is thrown away; absent: in the same way
 */
export function useLeaving(typed: boolean, onLeave: () => void, onDrop = onLeave): Leaving {
  const [asking, setAsking] = useState(false);
  return {
    // a moment later, so that the Escape that asks does not answer as well
    close: () => (typed ? void setTimeout(() => setAsking(true)) : onLeave()),
    asking,
    question: (
      <LeaveQuestion
        opened={asking}
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false);
          onDrop();
        }}
      />
    ),
  };
}
