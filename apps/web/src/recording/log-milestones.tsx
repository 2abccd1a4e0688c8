import { Drawer, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { api } from '../api/client.js';
import { useSession } from '../api/session.js';
import { useLeaving } from '../kit/leaving.js';
import { useReturnFocus } from '../kit/return-focus.js';
import { isNow, useMoment } from '../time/moment.js';
import { dropDraft } from './draft.js';
import { LogForm } from './log-form.js';
import { NotNow } from './not-now.js';

interface LogMilestonesProps {
  /** The key of the unit that it happened in. */
  readonly unit: string;
  /** The milestone to begin with; absent: the form begins empty. */
  readonly milestone?: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says which milestones happened in a unit, several at once. Asks before what was typed is lost. */
export function LogMilestones(props: LogMilestonesProps): ReactElement {
  const { unit, milestone, opened, onClose } = props;
  const { data } = api.useQuery('get', '/api/v1/units/{unit}', { params: { path: { unit } } });
  const [touched, setTouched] = useState(false);
  const [round, setRound] = useState(0);
  useReturnFocus(opened);
  const session = useSession();
  const now = isNow(useMoment());
  const leave = () => {
    setTouched(false);
    onClose();
  };
  const { close, asking, question } = useLeaving(touched, leave, () => {
    dropDraft(session.id, unit);
    setRound(round + 1);
    leave();
  });
  return (
    <>
      <Drawer
        opened={opened}
        onClose={close}
        closeOnEscape={!asking}
        position="right"
        size={720}
        title={<Text fw={650}>Log milestones: {data?.name ?? unit}</Text>}
      >
        {now ? (
          <LogForm
            key={`${unit} ${milestone ?? ''} ${round}`}
            unit={unit}
            milestone={milestone}
            onTouched={setTouched}
            onDone={leave}
            onAgain={() => setRound(round + 1)}
          />
        ) : (
          <NotNow />
        )}
      </Drawer>
      {question}
    </>
  );
}
