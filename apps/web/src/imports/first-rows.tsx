import { Stack, Table, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { TableFrame } from '../kit/table-frame.js';
import { occurredText } from '../time/words.js';
import type { Outcome } from './sheet.js';
import { fieldText, type SheetKind } from './words.js';

interface FirstRowsProps {
  readonly first: Outcome['first'];
  readonly kind: SheetKind;
}

const SHOWN = 5;
const HEADS: Readonly<Record<string, string>> = { fact: 'What', owner: 'Owner' };
const FACTS: Readonly<Record<string, string>> = {
  ...{ achieved: 'happened', lapsed: 'ended', assessed: 'looked at' },
};
const DAYS = new Set(['occurredAt', 'due']);

/** The first rows as they were understood: dates and words as they will be recorded. */
export function FirstRows({ first, kind }: FirstRowsProps): ReactElement | null {
  const rows = first.slice(0, SHOWN);
  if (rows.length === 0) return null;
  const fields = [...new Set(rows.flatMap(({ holds }) => Object.keys(holds)))];
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        The first rows, as they were understood
      </Title>
      <TableFrame minWidth={640}>
        <Table fz="sm" aria-label="The first rows, as they were understood">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Row</Table.Th>
              {fields.map((field) => (
                <Table.Th key={field}>{HEADS[field] ?? fieldText(field, kind)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ row, holds }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                {fields.map((field) => (
                  <Table.Td key={field} style={{ overflowWrap: 'break-word' }}>
                    {cellText(field, holds[field])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </Stack>
  );
}

/** What a row holds in one field, for reading. */
function cellText(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (Array.isArray(value)) return value.map((one) => cellText(field, one)).join(', ');
  if (typeof value === 'object') {
    const parts = Object.values(value).filter(
      (part) => typeof part === 'string' || typeof part === 'number',
    );
    // evidence without a title has its address for one
    return [...new Set(parts)].join(', ');
  }
  const text = String(value as string | number | boolean);
  if (field === 'fact') return FACTS[text] ?? text;
  return DAYS.has(field) && isDate(text) ? occurredText(text) : text;
}

/** A day that does not exist is shown as it stands: it is among the faults. */
const isDate = (text: string) => /^\d{4}(-Q[1-4])?$/.test(text) || !Number.isNaN(Date.parse(text));
