import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';
import { eventText, wordsOf } from '../../kit/event-words.js';
import { UnitLink } from '../../kit/unit-link.js';
import type { Titles } from '../../kit/event-words.js';
import { dayOf, dayText, occurredText } from '../../time/words.js';
import { Evidence } from '../ladder/fact-line.js';
import type { Facts } from '../ladder/facts.js';
import { useDoors } from '../recording-doors.js';

/** Types whose records can be set straight. */
const STRAIGHT = /^(milestone\.|waiver\.|event\.retracted$|unit\.(moved|retired)$)/;

interface EventEntryProps {
  readonly event: Schemas['Event'];
  readonly titles: Titles;
  readonly facts: Facts | undefined;
}

/** One event on the timeline; struck through where it was taken back. */
export function EventEntry({ event, titles, facts }: EventEntryProps) {
  const doors = useDoors();
  const retraction = facts?.retraction(event.id);
  const text = eventText(event, titles);
  const about = aboutOf(event, facts);
  const words = wordsOf(event);
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap" justify="space-between">
      <Stack gap={2} style={{ minWidth: 0 }}>
        <Text fw={600} td={retraction ? 'line-through' : undefined}>
          {text}
        </Text>
        {about && (
          <Text size="sm">
            {eventText(about, titles)}, {occurredText(about.occurredAt)}
          </Text>
        )}
        <When event={event} />
        <Carried event={event} />
        {words && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            “{words}”
          </Text>
        )}
        <Evidence fact={event} />
        {retraction && (
          <Text size="sm">
            Taken back on {dayText(retraction.recordedAt)} by {retraction.actor}
            {wordsOf(retraction) && `: “${wordsOf(retraction)}”`}
          </Text>
        )}
      </Stack>
      {doors.maySetStraight && !retraction && STRAIGHT.test(event.type) && (
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          title="Set the record straight"
          aria-label={`Set the record straight: ${text}`}
          onClick={() => doors.setStraight({ event })}
        >
          <IconEraser size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** What an event takes back, where that is a fact about a milestone. */
function aboutOf({ type, data }: Schemas['Event'], facts: Facts | undefined) {
  return type === 'event.retracted' ? facts?.byId(String(data.event)) : undefined;
}

/** When it was true, and when it was recorded where that is another day. */
function When({ event }: { readonly event: Schemas['Event'] }) {
  const { occurredAt, effectiveAt, recordedAt, actor, type } = event;
  const late = dayOf(effectiveAt) !== dayOf(recordedAt);
  const verb = type === 'milestone.achieved' ? 'happened ' : '';
  return (
    <Text size="sm">
      {verb}
      {occurredText(occurredAt)}
      {late && `, recorded ${dayText(recordedAt)}`}
      <Text span size="sm" c="dimmed">
        {' '}
        by {actor}
      </Text>
    </Text>
  );
}

function Carried({ event }: { readonly event: Schemas['Event'] }) {
  const { unit } = (event.data.carriedFrom ?? {}) as { readonly unit?: string };
  if (!unit) return null;
  return (
    <Text size="sm">
      Carried over from <UnitLink unit={unit} size="sm" />
    </Text>
  );
}
