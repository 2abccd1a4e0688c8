import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { numberText } from '../time/words.js';
import { FaultTable } from './fault-table.js';
import { FirstRows } from './first-rows.js';
import { missingIn } from './how-read.js';
import { MovedStandings } from './moved-standings.js';
import type { Outcome, SheetWish } from './sheet.js';
import type { SheetKind } from './words.js';

interface WhatBecomesProps {
  readonly outcome: Outcome;
  /** How it was said to be read: what somebody left out needs no remark. */
  readonly wish: SheetWish;
  /** What the sheet is called. */
  readonly name: string;
}

/** What importing a sheet would do: its faults, or what is new, and the standings that move. */
export function WhatBecomes({ outcome, wish, name }: WhatBecomesProps): ReactElement {
  const { understood, counts, first, faults, faultGroups, faultCount, standings } = outcome;
  // what is missing in the head is said beside the columns
  if (understood.kind === null || missingIn(understood).length > 0) {
    return <Text size="sm">Say first how the sheet is read.</Text>;
  }
  return (
    <Stack gap="md">
      <Group gap="sm" role="status" aria-label="What becomes of the rows">
        <Count says="new" value={counts.new} />
        <Count says="changed" value={counts.changed} />
        <Count says="so already" value={counts.unchanged} />
        <Count says={faultCount === 1 ? 'fault' : 'faults'} value={faultCount} />
      </Group>
      <NotRead columns={understood.columns} wish={wish} />
      {faultCount > 0 && (
        <FaultTable groups={faultGroups} faults={faults} all={faultCount} name={name} />
      )}
      {faultCount === 0 && isOfFacts(understood.kind) && (
        <Stack gap={4}>
          <Title order={3} size="h5">
            Standings that move
          </Title>
          <MovedStandings
            standings={standings}
            none="No standing of the units in the sheet moves."
          />
          <Text size="xs" c="dimmed">
            Looked at for the first 50 units of the sheet; units above and below them follow.
          </Text>
        </Stack>
      )}
      <FirstRows first={first} kind={understood.kind} />
    </Stack>
  );
}

const isOfFacts = (kind: SheetKind) => kind === 'milestones' || kind === 'assessments';

interface NotReadProps {
  readonly columns: Outcome['understood']['columns'];
  readonly wish: SheetWish;
}

/** Columns that hold something and that nobody reads. */
function NotRead({ columns, wish }: NotReadProps) {
  const heads = columns.flatMap(({ head, field, samples }) => {
    const isLeftOut = Object.hasOwn(wish.columns, head) && wish.columns[head] === null;
    return field === null && samples.length > 0 && !isLeftOut ? [head] : [];
  });
  if (heads.length === 0) return null;
  const named = heads.map((head) => (head ? `“${head}”` : 'one without a name')).join(', ');
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} role="status" py="xs">
      {heads.length === 1
        ? `A column is not read: ${named}. `
        : `${heads.length} columns are not read: ${named}. `}
      {heads.length === 1
        ? 'If it matters, choose above what it holds.'
        : 'If they matter, choose above what they hold.'}
    </Alert>
  );
}

function Count({ says, value }: { readonly says: string; readonly value: number }) {
  return (
    <Paper withBorder px="md" py={6}>
      <Text span fw={650} size="lg">
        {numberText(value)}
      </Text>{' '}
      <Text span size="sm">
        {says}
      </Text>
    </Paper>
  );
}
