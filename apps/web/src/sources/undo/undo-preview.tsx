import { List, Stack, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { Empty } from '../../kit/empty.js';
import { QueryView } from '../../kit/query-view.js';
import { countText, numberText } from '../../time/words.js';
import { StandingMoves } from '../mapping/standing-moves.js';
import { EventTable } from './event-table.js';
import { eventsOf } from './events-of.js';

type Undone = Schemas['Undone'];

interface UndoPreviewProps {
  readonly source: Schemas['Source'];
  readonly found: Undone;
  readonly wish: Schemas['UndoSource'];
}

const LEFT_SHOWN = 10;

/** What would be taken back, what stays and why, and the standings that would change. */
export function UndoPreview({ source, found, wish }: UndoPreviewProps): ReactElement {
  const { taken, left, standings } = found;
  const events = useQuery({
    queryKey: ['told-events', source.id, wish],
    queryFn: () =>
      eventsOf(source.id, wish, new Set([...taken, ...left.map(({ event }) => event)])),
    enabled: taken.length + left.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (taken.length === 0 && left.length === 0) {
    return (
      <Empty title="Nothing to take back" icon={<IconHistory size={22} />}>
        This source recorded nothing that still counts in that period by that version. Choose
        another, or look at its deliveries.
      </Empty>
    );
  }
  return (
    <Stack component="section" aria-label="What would be taken back">
      <div role="status">
        <Title order={3} size="h5">
          {countText(taken.length, 'fact')} would be taken back
        </Title>
      </div>
      {taken.length > 0 && (
        <>
          <QueryView query={events} height={160}>
            {(known) => (
              <EventTable events={taken.flatMap((id) => known.get(id) ?? [])} of={taken.length} />
            )}
          </QueryView>
          <StandingMoves
            differences={standings}
            none="None: every unit stays at its stage without these facts."
          />
        </>
      )}
      {left.length > 0 && (
        <div>
          <Title order={4} size="h6" mb={4}>
            {countText(left.length, 'fact')} would stay
          </Title>
          <List size="sm" spacing={2}>
            {left.slice(0, LEFT_SHOWN).map(({ event, why }) => (
              <List.Item key={event}>{why}</List.Item>
            ))}
          </List>
          {left.length > LEFT_SHOWN && (
            <Text size="sm">and {numberText(left.length - LEFT_SHOWN)} more</Text>
          )}
        </div>
      )}
    </Stack>
  );
}
