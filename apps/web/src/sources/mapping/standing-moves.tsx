import { Button, Stack, Text, Title } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { UnitLink } from '../../kit/unit-link.js';
import { type Move, movesOf, othersText } from '../../recording/moves.js';
import { StandingChanges } from '../../recording/standing-changes.js';
import { numberText } from '../../time/words.js';

interface StandingMovesProps {
  readonly differences: Schemas['DryRun']['standings'];
  /** Said where no standing moves. */
  readonly none: string;
}

const SHOWN = 5;
/** So many units the server compares. */
const COMPARED = 50;

/** Which standings would move, unit by unit, falls first: from where to where in each model. */
export function StandingMoves(props: StandingMovesProps): ReactElement {
  const { none } = props;
  const [all, setAll] = useState(false);
  const moves = movesOf(props.differences);
  const others = othersText(moves);
  const differences = byUnit(moves.moved);
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
      {others && <Text size="sm">{others}</Text>}
      {props.differences.length === COMPARED && (
        <Text size="xs" c="dimmed">
          The first {COMPARED} units are compared; more may change.
        </Text>
      )}
    </Stack>
  );
}

/** What moves, unit by unit. */
function byUnit(moved: readonly Move[]) {
  return [...new Set(moved.map(({ unit }) => unit))].map((unit) => {
    const changes = moved.flatMap((move) => (move.unit === unit ? [move.change] : []));
    return {
      unit,
      before: changes.flatMap(({ before }) => before ?? []),
      after: changes.flatMap(({ after }) => after ?? []),
    };
  });
}
