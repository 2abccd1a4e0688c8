import { Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
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
  const [opened, setOpened] = useState(false);
  const choose = (day: string | undefined) => {
    setOpened(false);
    onChange(day);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={280} position="bottom-start">
      <Popover.Target>
        <UnstyledButton className="since" aria-haspopup="dialog" onClick={() => setOpened(!opened)}>
          since {dayText(since)}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Since when changes are told">
        <Stack gap="sm">
          <Group gap={6}>
            {USUAL.map(({ label, months }) => (
              <Button
                key={months}
                size="compact-sm"
                variant="default"
                onClick={() => choose(months === 3 ? undefined : daysBefore(until, months))}
              >
                {label}
              </Button>
            ))}
          </Group>
          <DayForm key={since} since={since} until={until} onChoose={choose} />
          <Text size="xs" c="dimmed">
            What rose and fell, and the flow between stages, are told from this day on.
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
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
