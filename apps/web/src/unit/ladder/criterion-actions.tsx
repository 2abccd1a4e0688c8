import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconEraser, IconFlagPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Titles } from '../../kit/event-words.js';
import { type Record, useDoors } from '../recording-doors.js';
import type { Criterion } from './criteria.js';
import { isMet } from './rungs.js';

interface CriterionActionsProps {
  readonly criterion: Criterion;
  readonly titles: Titles;
}

/** What can be recorded about a criterion; nothing where nothing may be. */
export function CriterionActions({ criterion, titles }: CriterionActionsProps) {
  const doors = useDoors();
  const { says, state, milestones, facts, silent } = criterion;
  const log = isMet(criterion) || state === 'not-applicable' ? undefined : doors.log;
  const records: readonly Record[] = doors.maySetStraight
    ? [
        ...facts.map((event) => ({ event })),
        ...(isMet(criterion) ? [] : silent.map((milestone) => ({ milestone }))),
      ]
    : [];
  const titleOf = (record: Record) => {
    const key = record.event ? String(record.event.data.milestone) : record.milestone;
    return titles.get(key) ?? key;
  };
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      {log && (
        <Choice
          choices={milestones.map((key) => ({
            key,
            label: titles.get(key) ?? key,
            choose: () => log(key),
          }))}
          title="Which of them happened?"
          renderButton={(press) => (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconFlagPlus size={14} />}
              aria-label={`Log it: ${says}`}
              {...press}
            >
              Log it
            </Button>
          )}
        />
      )}
      {records.length > 0 && (
        <Choice
          choices={records.map((record) => ({
            key: record.event ? record.event.id : record.milestone,
            label: titleOf(record),
            choose: () => doors.setStraight(record),
          }))}
          title="Which record?"
          renderButton={(press) => (
            <ActionIcon
              size={26}
              variant="subtle"
              color="gray"
              title="Set the record straight"
              aria-label={`Set the record straight: ${says}`}
              {...press}
            >
              <IconEraser size={16} />
            </ActionIcon>
          )}
        />
      )}
    </Group>
  );
}

interface ChoiceProps {
  /** What the choice is between; a single one is taken at once. */
  readonly choices: readonly {
    readonly key: string;
    readonly label: string;
    readonly choose: () => void;
  }[];
  readonly title: string;
  readonly renderButton: (press: { readonly onClick?: () => void }) => ReactElement;
}

/** A button that does one thing, or asks which of several. */
function Choice({ choices, title, renderButton }: ChoiceProps) {
  const [only] = choices;
  if (only && choices.length === 1) return renderButton({ onClick: only.choose });
  return (
    <Menu position="bottom-end">
      <Menu.Target>{renderButton({})}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{title}</Menu.Label>
        {choices.map(({ key, label, choose }) => (
          <Menu.Item key={key} onClick={choose}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
