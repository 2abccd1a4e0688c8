import { Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconCalendarTime, IconClock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Opens } from '../kit/opens.js';
import { isNow, type Moment, useMoment } from './moment.js';
import classes from './time-bar.module.css';
import { dayText, today } from './words.js';

const asOfText = ({ asOf }: Moment) => (asOf ? `As of ${dayText(asOf)}` : 'As of now');
const knownText = ({ knownAt }: Moment) => `as known ${knownAt ? dayText(knownAt) : 'now'}`;

/** The pair of times in words. */
export const momentText = (moment: Moment): string => `${asOfText(moment)}, ${knownText(moment)}`;

/** Says as of when the page speaks, and lets one look from another day. */
export function TimeBar() {
  const moment = useMoment();
  return (
    <Opens
      label="As of when"
      width={300}
      position="bottom-end"
      target={
        <UnstyledButton className={classes.time}>
          {isNow(moment) ? <IconClock size={18} /> : <IconCalendarTime size={18} />}
          <span>
            <span className={classes.when}>{asOfText(moment)}, </span>
            <span className={classes.when}>{knownText(moment)}</span>
          </span>
        </UnstyledButton>
      }
    >
      {(close) => <MomentForm key={momentText(moment)} moment={moment} onDone={close} />}
    </Opens>
  );
}

interface MomentFormProps {
  readonly moment: Moment;
  readonly onDone: () => void;
}

function MomentForm({ moment, onDone }: MomentFormProps) {
  const navigate = useNavigate();
  const [asOf, setAsOf] = useState(moment.asOf?.slice(0, 10) ?? '');
  const [knownAt, setKnownAt] = useState(moment.knownAt?.slice(0, 10) ?? '');
  const go = (next: Moment) => {
    onDone();
    void navigate({
      to: '.',
      search: (before) => ({ ...before, asOf: next.asOf, knownAt: next.knownAt }),
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({ asOf: asOf || undefined, knownAt: knownAt || undefined });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          type="date"
          label="As of"
          description="When it was true. Empty: now."
          value={asOf}
          onChange={({ currentTarget }) => setAsOf(currentTarget.value)}
        />
        <TextInput
          type="date"
          label="As known"
          description="What had been recorded by then. Empty: now."
          max={today()}
          value={knownAt}
          onChange={({ currentTarget }) => setKnownAt(currentTarget.value)}
        />
        <Button type="submit">Show it like that</Button>
        {!isNow(moment) && (
          <Button variant="default" onClick={() => go({})}>
            Back to now
          </Button>
        )}
        <Text size="xs" c="dimmed">
          A day counts from its first moment (UTC).
        </Text>
      </Stack>
    </form>
  );
}
