import { Group, List, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { eventText } from '../../kit/event-words.js';
import { TextLink } from '../../kit/links.js';
import { UnitLink } from '../../kit/unit-link.js';
import type { Model } from '../../models/catalogue.js';
import type { Titles } from '../../kit/event-words.js';
import { StageBadge } from '../../stages/stage-badge.js';
import { dayText, occurredText } from '../../time/words.js';
import type { Facts } from '../ladder/facts.js';
import { useUnit } from '../unit-context.js';
import { isRise } from './entry-marks.js';
import type { Entry } from './years.js';

interface TransitionEntryProps {
  readonly entry: Extract<Entry, { kind: 'transition' }>;
  readonly models: ReadonlyMap<string, Model>;
  readonly titles: Titles;
  readonly facts: Facts | undefined;
}

/** A change of stage on the timeline, with the facts that it rests on. */
export function TransitionEntry({ entry, models, titles, facts }: TransitionEntryProps) {
  const { unit } = useUnit();
  const { model, from, to, at, because } = entry;
  const whole = models.get(model);
  const of = whole?.stages.length ?? Math.max(from?.ordinal ?? 0, to?.ordinal ?? 0);
  const known = because.flatMap((id) => facts?.byId(id) ?? []);
  return (
    <Stack gap={4}>
      <Group gap={8}>
        <Text fw={600}>{isRise(entry) ? 'Rose' : 'Fell'} in</Text>
        <TextLink to="/units/$unit" params={{ unit }} hash={model} fw={600}>
          {whole?.title ?? model}
        </TextLink>
      </Group>
      <Group gap={8}>
        {from && <StageBadge ordinal={from.ordinal} of={of} name={from.name} />}
        {from && <IconArrowRight size={16} aria-label="to" />}
        {to ? (
          <StageBadge ordinal={to.ordinal} of={of} name={to.name} />
        ) : (
          <Text size="sm">no standing</Text>
        )}
        <Text size="sm">{dayText(at)}</Text>
      </Group>
      {known.length > 0 && (
        <List size="sm" c="dimmed" spacing={2}>
          {known.map((event) => (
            <List.Item key={event.id}>
              {eventText(event, titles)}, {occurredText(event.occurredAt)}
              {event.unit && event.unit !== unit && (
                <>
                  {', in '}
                  <UnitLink unit={event.unit} size="sm" />
                </>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
