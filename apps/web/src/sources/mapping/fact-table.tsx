import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { forPeople } from '../../api/faults.js';
import { TableFrame } from '../../kit/table-frame.js';
import { UnitLink } from '../../kit/unit-link.js';
import { useTitles } from '../../models/catalogue.js';
import { numberText, occurredText } from '../../time/words.js';
import { factText, FORESEEN } from './fact-words.js';

interface FactTableProps {
  readonly facts: Schemas['DryRun']['facts'];
}

const SHOWN = 10;

/** Facts that deliveries would tell, and what would become of each. */
export function FactTable({ facts }: FactTableProps): ReactElement | null {
  const [all, setAll] = useState(false);
  const titles = useTitles();
  if (facts.length === 0) return null;
  return (
    <Stack gap="xs">
      <TableFrame minWidth={640}>
        <Table fz="sm" aria-label="Facts the deliveries tell">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Unit</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>When</Table.Th>
              <Table.Th>Rule</Table.Th>
              <Table.Th>Outcome</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(all ? facts : facts.slice(0, SHOWN)).map((fact) => {
              const { unit, rule, kind, milestone, occurredAt, due, outcome, reason } = fact;
              const { text, color } = FORESEEN[outcome];
              return (
                <Table.Tr key={`${unit} ${kind} ${milestone} ${occurredAt} ${due} ${rule}`}>
                  <Table.Td>
                    <UnitLink unit={unit} size="sm" />
                  </Table.Td>
                  <Table.Td>{factText(fact, titles)}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{occurredText(occurredAt)}</Table.Td>
                  <Table.Td>{rule}</Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={color} tt="none">
                      {text}
                    </Badge>
                    {reason && (
                      <Text size="xs" mt={2}>
                        {forPeople(reason)}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {!all && facts.length > SHOWN && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAll(true)}
        >
          Show all {numberText(facts.length)} facts
        </Button>
      )}
    </Stack>
  );
}
