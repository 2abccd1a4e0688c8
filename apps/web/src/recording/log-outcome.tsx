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
  /** The standings before the first line was saved, and after the last. */
  readonly outcome: Comparison;
  readonly onDone: () => void;
  readonly onAgain: () => void;
}

/** What was recorded, and what it moved. */
export function LogOutcome({ rows, titleOf, outcome, onDone, onAgain }: LogOutcomeProps) {
  const models = useModels();
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const titles = new Map(models.data?.items.map(({ id, title }) => [id, title]));
  const lines = rows.filter(({ state }) => state.is === 'saved' || state.is === 'planned');
  const saved = lines.filter(({ state }) => state.is === 'saved').length;
  const moved = movedText(changesOf(outcome.before, outcome.after), titles);
  return (
    <Stack>
      <Alert
        color="teal"
        icon={<IconCheck />}
        role="status"
        title={`${countText(saved, 'milestone')} recorded`}
      >
        <Text size="sm">{moved ?? 'No stage moved.'}</Text>
      </Alert>
      {lines.map((row) => (
        <LogRowDone key={row.id} row={row} title={titleOf(row.milestone)} />
      ))}
      <StandingChanges comparison={outcome} none="The unit stands in every model as before." />
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
