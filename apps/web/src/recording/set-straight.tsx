import { Modal, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { milestoneOf } from '../kit/event-words.js';
import { useLeaving } from '../kit/leaving.js';
import { QueryView } from '../kit/query-view.js';
import { useReturnFocus } from '../kit/return-focus.js';
import { isNow, useMoment } from '../time/moment.js';
import { NotNow } from './not-now.js';
import { StraightForm } from './straight-form.js';
import { useLoggedEvent } from './use-logged-event.js';

interface SetStraightProps {
  /** The key of the unit that is looked at. */
  readonly unit: string;
  /** What was logged, there or above, or its id; absent: nothing was, and it is about `milestone`. */
  readonly event?: Schemas['Event'] | string | undefined;
  /** What it is about where nothing was logged. */
  readonly milestone?: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/**
 * One dialog to set a record straight in plain words: it ended, it never happened, the date was
 * different, it does not apply here, accepted without it. Shows first how every standing would change.
 */
export function SetStraight(props: SetStraightProps): ReactElement {
  const { unit, event, milestone = '', opened, onClose } = props;
  const [touched, setTouched] = useState(false);
  useReturnFocus(opened);
  const now = isNow(useMoment());
  const leave = () => {
    setTouched(false);
    onClose();
  };
  const form = (found: Schemas['Event'] | undefined) => (
    <StraightForm
      key={found?.id ?? milestone}
      unit={unit}
      event={found}
      milestone={(found && milestoneOf(found)) || milestone}
      onTouched={setTouched}
      onDone={leave}
    />
  );
  const { close, asking, question } = useLeaving(touched, leave);
  return (
    <>
      <Modal
        opened={opened}
        onClose={close}
        closeOnEscape={!asking}
        size="xl"
        title={<Text fw={650}>Set the record straight</Text>}
      >
        {!now && <NotNow />}
        {now && (event ? <Found {...{ unit, event, form }} /> : form(undefined))}
      </Modal>
      {question}
    </>
  );
}

interface FoundProps {
  readonly unit: string;
  readonly event: Schemas['Event'] | string;
  readonly form: (found: Schemas['Event']) => ReactElement;
}

function Found({ unit, event, form }: FoundProps) {
  const query = useLoggedEvent(unit, event);
  return (
    <QueryView query={query as UseQueryResult<Schemas['Event'], unknown>} height={280}>
      {form}
    </QueryView>
  );
}
