import { Button, Drawer, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../api/client.js';
import { useSession } from '../api/session.js';
import { useReturnFocus } from '../kit/return-focus.js';
import { isNow, useMoment } from '../time/moment.js';
import { dropDraft } from './draft.js';
import { LeaveQuestion } from './leave-question.js';
import { LogForm } from './log-form.js';

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
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState(0);
  useReturnFocus(opened);
  const session = useSession();
  const now = isNow(useMoment());
  const leave = () => {
    setAsking(false);
    setTouched(false);
    onClose();
  };
  // a moment later, so that the Escape that asks does not answer as well
  const close = () => (touched ? void setTimeout(() => setAsking(true)) : leave());
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
      <LeaveQuestion
        opened={asking}
        onStay={() => setAsking(false)}
        onLeave={() => {
          dropDraft(session.id, unit);
          setRound(round + 1);
          leave();
        }}
      />
    </>
  );
}

/** Said where the page shows another time: what is recorded would not be seen. */
export function NotNow() {
  const navigate = useNavigate();
  return (
    <Stack align="flex-start">
      <Text>
        This page shows another time than now. What you record would not be seen on it, so go back
        to now first.
      </Text>
      <Button
        onClick={() =>
          void navigate({
            to: '.',
            search: (before) => ({ ...before, asOf: undefined, knownAt: undefined }),
          })
        }
      >
        Back to now
      </Button>
    </Stack>
  );
}
