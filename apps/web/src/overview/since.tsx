import { Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Opens } from '../kit/opens.js';
import { dayText } from '../time/words.js';
import { daysBefore } from './trend/months.js';

interface SinceProps {
  /** A day. */
  readonly since: string;
  /** The day the page speaks of. */
  readonly until: string;
  /** @param since absent: the usual */
  readonly onChange: (since: string | undefined) => void;
}

const USUAL: readonly { readonly label: string; readonly months: number }[] = [
  { label: '1 month', months: 1 },
  { label: '3 months', months: 3 },
  { label: '1 year', months: 12 },
  { label: '3 years', months: 36 },
];

/** Says since when changes are told, and lets one choose another day. */
export function Since({ since, until, onChange }: SinceProps) {
  const chooseAnd = (close: () => void) => (day: string | undefined) => {
    close();
    onChange(day);
  };
  return (
    <Opens
      label="Since when changes are told"
      width={280}
      position="bottom-start"
      target={
        <UnstyledButton className="since">
          since {dayText(since)}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      }
    >
      {(close) => (
        <Stack gap="sm">
          <Group gap={6}>
            {USUAL.map(({ label, months }) => (
              <Button
                key={months}
                size="compact-sm"
                variant="default"
                onClick={() =>
                  chooseAnd(close)(months === 3 ? undefined : daysBefore(until, months))
                }
              >
                {label}
              </Button>
            ))}
          </Group>
          <DayForm key={since} since={since} until={until} onChoose={chooseAnd(close)} />
          <Text size="xs" c="dimmed">
            What rose and fell, and the flow between stages, are told from this day on.
          </Text>
        </Stack>
      )}
    </Opens>
  );
}

interface DayFormProps {
  readonly since: string;
  readonly until: string;
  readonly onChoose: (since: string) => void;
}

function DayForm({ since, until, onChoose }: DayFormProps) {
  const [day, setDay] = useState(since);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) onChoose(day);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          type="date"
          label="Since"
          required
          withAsterisk={false}
          max={until}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit">Show</Button>
      </Group>
    </form>
  );
}
