import { Button, Stack, Text, Title } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { UnitLink } from '../../kit/unit-link.js';
import { changesOf } from '../../recording/changes.js';
import { StandingChanges } from '../../recording/standing-changes.js';
import { numberText } from '../../time/words.js';

interface StandingMovesProps {
  readonly differences: Schemas['DryRun']['standings'];
  /** Said where no standing changes. */
  readonly none: string;
}

const SHOWN = 5;
/** So many units the server compares. */
const COMPARED = 50;

/** Which standings would change, unit by unit: from where to where in each model. */
export function StandingMoves(props: StandingMovesProps): ReactElement {
  const { none } = props;
  const [all, setAll] = useState(false);
  const differences = props.differences.flatMap(moving);
  const shown = all ? differences : differences.slice(0, SHOWN);
  return (
    <Stack gap="md" component="section" aria-label="Standings that would change">
      <Title order={4} size="h6">
        Standings that would change
        {differences.length > 0 &&
          `: ${numberText(differences.length)} ${differences.length === 1 ? 'unit' : 'units'}`}
      </Title>
      {differences.length === 0 && <Text size="sm">{none}</Text>}
      {shown.map(({ unit, before, after }) => (
        <div key={unit}>
          <UnitLink unit={unit} fw={600} size="sm" />
          <StandingChanges comparison={{ before, after }} />
        </div>
      ))}
      {differences.length > shown.length && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAll(true)}
        >
          Show all {numberText(differences.length)} units
        </Button>
      )}
      {props.differences.length === COMPARED && (
        <Text size="xs" c="dimmed">
          The first {COMPARED} units are compared; more may change.
        </Text>
      )}
    </Stack>
  );
}

type Difference = Schemas['DryRun']['standings'][number];

/** What changes for a unit; nothing where only another fact would prove what is met anyway. */
function moving({ unit, before, after }: Difference): readonly Difference[] {
  const moved = changesOf(before, after).filter((change) => !change.none);
  if (moved.length === 0) return [];
  return [
    {
      unit,
      before: moved.flatMap((change) => change.before ?? []),
      after: moved.flatMap((change) => change.after ?? []),
    },
  ];
}
