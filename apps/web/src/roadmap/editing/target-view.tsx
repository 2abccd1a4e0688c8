import { Button, Group, List, Stack, Text, Timeline, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { TextLink } from '../../kit/links.js';
import { UnitLink } from '../../kit/unit-link.js';
import { useTitles } from '../../models/catalogue.js';
import { dayText, instantText, numberText, occurredText } from '../../time/words.js';
import { Precedents } from '../precedents.js';
import { StatusMark } from '../status-mark.js';
import { byText, slipText, standingText } from '../status-words.js';
import { shareText } from '../timeline/row-words.js';
import type { PlannedRow } from '../timeline/rows.js';

interface TargetViewProps {
  readonly row: PlannedRow;
  readonly asOf: string;
  readonly mayPlan: boolean;
  readonly onEdit: () => void;
}

/** A target with all that is known of it: status and why, moves, what is missing, what others did. */
export function TargetView({ row, asOf, mayPlan, onEdit }: TargetViewProps): ReactElement {
  const { unit, name, title, status, because, due, owner, slipDays } = row;
  const share = shareText(row);
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h4">
          {title}
        </Title>
        <UnitLink unit={unit} {...(name === unit ? {} : { name })} />
      </div>
      <div>
        <Group gap={6}>
          <StatusMark status={status} />
          <Text fw={600}>{standingText(row, asOf)}</Text>
        </Group>
        <Text size="sm">
          {due ? `Due ${byText(due)}` : 'Without a date: an aim'}
          {slipText(slipDays) && `; ${slipText(slipDays)}`}
          {share && `; ${share}`}
          {'. '}
          {owner ? (
            <>
              Owner: <a href={`mailto:${owner.email}`}>{owner.name}</a>.
            </>
          ) : (
            'Nobody owns it yet.'
          )}
        </Text>
        {because.map(({ rule, says }) => (
          <Text size="sm" key={rule}>
            {says}
          </Text>
        ))}
      </div>
      <Precedents row={row} />
      <Steps row={row} />
      <Moves row={row} />
      <Group justify="space-between">
        <TextLink to="/units/$unit/history" params={{ unit }} size="sm">
          History of this unit
        </TextLink>
        {mayPlan && <Button onClick={onEdit}>Change or drop</Button>}
      </Group>
    </Stack>
  );
}

function Steps({ row: { steps, unit } }: { readonly row: PlannedRow }) {
  const titles = useTitles();
  if (steps.length === 0) return null;
  return (
    <div>
      <Title order={4} size="h6">
        What is still missing
      </Title>
      {steps.map(({ stage, dimension, level, stillNeeded, missing }) => (
        <div key={`${stage?.id ?? dimension} ${level}`}>
          {stillNeeded !== undefined && stillNeeded < missing.length && (
            <Text size="sm">
              {`${numberText(stillNeeded)} of these ${numberText(missing.length)} ${stillNeeded === 1 ? 'is' : 'are'} enough`}
              {stage && ` for ${stage.name}`}:
            </Text>
          )}
          <List size="sm" my={4}>
            {missing.map(({ criterion, says, milestones, keyMove, inferred }) => (
              <List.Item key={criterion}>
                {keyMove && <strong>Key move: </strong>}
                {says}
                {inferred && ' (inferred)'}
                <Text size="xs" c="dimmed">
                  {milestones.map((key) => titles.get(key) ?? key).join(', ')}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      ))}
      <TextLink to="/units/$unit/what-if" params={{ unit }} size="sm">
        Try what would happen
      </TextLink>
    </div>
  );
}

function Moves({ row: { moves, firstDue, setAt } }: { readonly row: PlannedRow }) {
  return (
    <div>
      <Title order={4} size="h6" mb={6}>
        How its date went
      </Title>
      <Timeline bulletSize={12} lineWidth={2} active={moves.length}>
        <Timeline.Item title={firstDue ? `First due ${occurredText(firstDue)}` : 'Set as an aim'}>
          <Text size="xs" c="dimmed">
            set {dayText(setAt)}
          </Text>
        </Timeline.Item>
        {moves.map(({ event, from, to, at }) => (
          <Timeline.Item
            key={event}
            title={`${from ? occurredText(from) : 'no date'} → ${to ? occurredText(to) : 'no date'}`}
          >
            <Text size="xs" c="dimmed">
              moved {instantText(at)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </div>
  );
}
