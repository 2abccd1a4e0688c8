import { Checkbox, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import {
  EVENT_GROUPS,
  type EventGroup,
  EVERYTHING,
  isChosen,
  withGroup,
  withType,
} from './events.js';

interface EventChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (events: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** What a subscription is told: everything, whole groups with what will belong to them, or types. */
export function EventChoice({ value, onChange, error }: EventChoiceProps): ReactElement {
  const everything = value.includes(EVERYTHING);
  return (
    <Fieldset legend="What it is told" variant="default">
      <Stack gap="sm">
        <Checkbox
          label="Everything, what will be added in later versions as well"
          checked={everything}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? [EVERYTHING] : [])}
        />
        {!everything && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            {EVENT_GROUPS.map((group) => (
              <GroupChoice key={group.title} group={group} value={value} onChange={onChange} />
            ))}
          </SimpleGrid>
        )}
        {error && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

interface GroupChoiceProps {
  readonly group: EventGroup;
  readonly value: readonly string[];
  readonly onChange: (events: readonly string[]) => void;
}

function GroupChoice({ group, value, onChange }: GroupChoiceProps) {
  const { title, types } = group;
  const count = types.filter(({ type }) => isChosen(value, type)).length;
  const all = count === types.length;
  return (
    <Stack gap={6} role="group" aria-label={title}>
      <Checkbox
        label={
          <Text span size="sm" fw={600}>
            {title}
          </Text>
        }
        checked={all}
        indeterminate={count > 0 && !all}
        onChange={({ currentTarget }) => onChange(withGroup(value, group, currentTarget.checked))}
      />
      {types.map(({ type, text }) => (
        <Checkbox
          key={type}
          size="xs"
          ml="lg"
          label={text}
          checked={isChosen(value, type)}
          onChange={({ currentTarget }) =>
            onChange(withType(value, group, type, currentTarget.checked))
          }
        />
      ))}
    </Stack>
  );
}
