import { Group, Table, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { UnitLink } from '../kit/unit-link.js';
import { useModelsById } from '../models/catalogue.js';
import { changeWords } from '../recording/change-words.js';
import { changesOf } from '../recording/changes.js';
import { StandingMark } from '../recording/standing-mark.js';

interface MovedStandingsProps {
  readonly standings: Schemas['Undone']['standings'];
  /** Said where none of them moves. */
  readonly none: string;
}

const MOVES = {
  rises: { icon: <IconArrowUpRight size={18} />, says: 'rises to' },
  falls: { icon: <IconArrowDownRight size={18} />, says: 'falls to' },
  stays: { icon: undefined, says: '' },
} as const;

/** The units that would stand otherwise, model by model; what does not move is left out. */
export function MovedStandings({ standings, none }: MovedStandingsProps): ReactElement {
  const models = useModelsById();
  const moved = standings.flatMap(({ unit, before, after }) =>
    changesOf(before, after)
      .filter((change) => !change.none)
      .map((change) => ({ unit, change })),
  );
  if (moved.length === 0) return <Text size="sm">{none}</Text>;
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
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
                    {change.moves !== 'stays' && (
                      <>
                        <StandingMark standing={change.before} of={of} />
                        <span role="img" aria-label={says}>
                          {icon}
                        </span>
                      </>
                    )}
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
    </Table.ScrollContainer>
  );
}
