import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useModels } from '../models/catalogue.js';
import { countText } from '../time/words.js';
import { movedText } from './change-words.js';
import { changesOf } from './changes.js';
import type { Comparison } from './facts.js';
import type { LogRow } from './log-row.js';
import { LogRowDone } from './log-row-done.js';
import { StandingChanges } from './standing-changes.js';

interface LogOutcomeProps {
  readonly rows: readonly LogRow[];
  readonly titleOf: (milestone: string | null) => string;
  /** The standings before the first line was saved, and after the last; undefined: nothing was. */
  readonly moved: Comparison | undefined;
  readonly onDone: () => void;
  readonly onAgain: () => void;
}

/** What was recorded, and what it moved. */
export function LogOutcome({ rows, titleOf, moved, onDone, onAgain }: LogOutcomeProps) {
  const models = useModels();
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const titles = new Map(models.data?.items.map(({ id, title }) => [id, title]));
  const lines = rows.filter(({ state }) => state.is === 'saved' || state.is === 'planned');
  const saved = lines.filter(({ state }) => state.is === 'saved').length;
  const stages = moved && movedText(changesOf(moved.before, moved.after), titles);
  return (
    <Stack>
      <Alert
        color="teal"
        icon={<IconCheck />}
        role="status"
        title={outcomeTitle(saved, lines.length - saved)}
      >
        <Text size="sm">
          {moved ? (stages ?? 'No stage moved.') : 'It stands on the roadmap. No standing changes.'}
        </Text>
      </Alert>
      {lines.map((row) => (
        <LogRowDone key={row.id} row={row} title={titleOf(row.milestone)} />
      ))}
      {moved && (
        <StandingChanges comparison={moved} none="The unit stands in every model as before." />
      )}
      <Group>
        <Button ref={done} onClick={onDone}>
          Done
        </Button>
        <Button variant="default" onClick={onAgain}>
          Log more
        </Button>
      </Group>
    </Stack>
  );
}

function outcomeTitle(saved: number, planned: number): string {
  return [
    saved > 0 ? `${countText(saved, 'milestone')} recorded` : '',
    planned > 0 ? `${countText(planned, 'milestone')} planned` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
