import { Box, List, Table, Text } from '@mantine/core';
import { useModelsById } from '../models/catalogue.js';
import { changeWords } from '../recording/change-words.js';
import { changesOf } from '../recording/changes.js';
import type { Comparison } from '../recording/facts.js';
import { StandingChanges } from '../recording/standing-changes.js';
import { StandingMark } from '../recording/standing-mark.js';
import classes from './what-if.module.css';

interface BeforeAfterProps {
  readonly comparison: Comparison;
  /** How the time after is called. */
  readonly then: string;
}

const MOVES = { rises: 'Rises', falls: 'Falls', stays: 'Stays' } as const;

/** Where a unit stands in every model, now and then, side by side. */
export function BeforeAfter({ comparison, then }: BeforeAfterProps) {
  const models = useModelsById();
  const changes = changesOf(comparison.before, comparison.after);
  return (
    <>
      <Box hiddenFrom="sm">
        <StandingChanges comparison={comparison} />
      </Box>
      <Table visibleFrom="sm" verticalSpacing="sm" aria-label="Now and then, by maturity model">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Maturity model</Table.Th>
            <Table.Th scope="col">Now</Table.Th>
            <Table.Th scope="col">{then}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => {
            const model = models.get(change.model);
            const of = model?.stages.length ?? 0;
            const words = changeWords(change, model);
            return (
              <Table.Tr key={change.model} style={{ verticalAlign: 'top' }}>
                <Table.Th scope="row" fw={500}>
                  {model?.title ?? change.model}
                </Table.Th>
                <Table.Td className={classes.mark}>
                  <StandingMark standing={change.before} of={of} />
                </Table.Td>
                <Table.Td>
                  <StandingMark standing={change.after} of={of} />
                  <Text
                    size="sm"
                    mt={4}
                    fw={change.none ? 400 : 600}
                    c={change.none ? 'dimmed' : ''}
                  >
                    {change.none ? 'No change' : `${MOVES[change.moves]}.`}
                  </Text>
                  {words.length > 0 && (
                    <List size="sm" withPadding={false}>
                      {words.map((text) => (
                        <List.Item key={text}>{text}</List.Item>
                      ))}
                    </List>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}
