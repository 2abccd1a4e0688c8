import { Group, Stack, Table, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { useModelsById } from '../models/catalogue.js';
import { changeWords } from '../recording/change-words.js';
import { type Move, movesOf, othersText } from '../recording/moves.js';
import { StandingMark } from '../recording/standing-mark.js';

interface MovedStandingsProps {
  readonly standings: Schemas['Undone']['standings'];
  /** Said where none of them moves. */
  readonly none: string;
}

const MOVES = {
  rises: { icon: <IconArrowUpRight size={18} />, says: 'rises to' },
  falls: { icon: <IconArrowDownRight size={18} />, says: 'falls to' },
  stays: { icon: undefined, says: 'stays at' },
} as const;

/** The standings that would move, falls first; what differs without moving is counted. */
export function MovedStandings({ standings, none }: MovedStandingsProps): ReactElement {
  const moves = movesOf(standings);
  const others = othersText(moves);
  return (
    <Stack gap="xs">
      {moves.moved.length === 0 ? <Text size="sm">{none}</Text> : <Moved moved={moves.moved} />}
      {others && <Text size="sm">{others}</Text>}
    </Stack>
  );
}

function Moved({ moved }: { readonly moved: readonly Move[] }) {
  const models = useModelsById();
  return (
    <TableFrame minWidth={640}>
      <Table fz="sm" aria-label="Standings that move">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Unit</Table.Th>
            <Table.Th>Model</Table.Th>
            <Table.Th>Stands</Table.Th>
            <Table.Th>By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moved.map(({ unit, change }) => {
            const model = models.get(change.model);
            const of = model?.stages.length ?? 0;
            const { icon, says } = MOVES[change.moves];
            return (
              <Table.Tr key={`${unit} ${change.model}`}>
                <Table.Td>
                  <UnitLink unit={unit} size="sm" />
                </Table.Td>
                <Table.Td>{model?.title ?? change.model}</Table.Td>
                <Table.Td>
                  <Group gap={6} miw={220}>
                    <StandingMark standing={change.before} of={of} />
                    <span role="img" aria-label={says}>
                      {icon}
                    </span>
                    <StandingMark standing={change.after} of={of} />
                  </Group>
                </Table.Td>
                <Table.Td>
                  {changeWords(change, model).map((text) => (
                    <Text key={text} size="sm">
                      {text}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}
