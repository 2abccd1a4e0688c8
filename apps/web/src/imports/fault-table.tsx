import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { forPeople } from '../api/faults.js';
import { TableFrame } from '../kit/table-frame.js';
import { countText, numberText } from '../time/words.js';
import { columnLetters } from './letters.js';

interface FaultTableProps {
  /** Equal faults of a column as one, the most frequent first. */
  readonly groups: readonly Schemas['SheetFaultGroup'][];
  readonly faults: readonly Schemas['SheetFault'][];
  /** How many there are, of which the first ones are listed. */
  readonly all: number;
  /** Names the file the faults are saved in. */
  readonly name: string;
}

const AT_ONCE = 50;
const ROWS_SHOWN = 8;

/** What is wrong with a sheet, by row and column as the spreadsheet counts them, and what to do. */
export function FaultTable({ groups, faults, all, name }: FaultTableProps): ReactElement {
  const [shown, setShown] = useState(AT_ONCE);
  const save = async () => {
    const { saveCsv } = await import('../charts/export.js');
    const rows = faults.map(({ row, column, head, message }) => [
      ...[
        row,
        column === undefined ? null : columnLetters(column),
        head ?? null,
        faultText(message),
      ],
    ]);
    await saveCsv(
      { columns: ['Row', 'Column', 'Name', 'What to do'], rows },
      `faults of ${name.replace(/\.(csv|tsv|txt|xlsx)$/i, '')}`,
    );
  };
  const left = groups.length - shown;
  const rare = all - groups.reduce((told, { count }) => told + count, 0);
  return (
    <Alert
      color="red"
      variant="outline"
      icon={<IconAlertTriangle />}
      title={`${countText(all, 'fault')} to mend; nothing is imported before`}
      role="group"
      styles={{ body: { minWidth: 0 } }}
      aria-label="Faults of the sheet"
    >
      <Group justify="space-between" mb="xs" gap="xs">
        <Text size="sm">
          {groups.length < all && `${countText(groups.length, 'kind', 'kinds')} of them. `}
          Mend them in the sheet, save it, and choose it again.
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => void save()}
        >
          Save the faults as CSV
        </Button>
      </Group>
      <TableFrame minWidth={400} maxHeight={420}>
        <Table fz="sm" stickyHeader aria-label="Faults by row and column">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={108}>Rows</Table.Th>
              <Table.Th w={100}>Column</Table.Th>
              <Table.Th>What to do</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.slice(0, shown).map(({ rows, count, column, head, message, cells }, index) => (
              <Table.Tr key={index}>
                <Table.Td>
                  {rowsText(rows, count)}
                  {count > 1 && (
                    <Text size="xs" c="dimmed">
                      {countText(count, 'cell')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'break-word' }}>
                  {column === undefined
                    ? 'The row'
                    : [columnLetters(column), head].filter(Boolean).join(': ')}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'break-word' }}>
                  {faultText(message)}
                  {cells.length > 0 && (
                    <Text size="xs" c="dimmed">
                      Such as {cells.map((cell) => `“${cell}”`).join(', ')}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {left > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setShown(shown + AT_ONCE)}>
          Show {countText(Math.min(left, AT_ONCE), 'more kind', 'more kinds')}
        </Button>
      )}
      {rare > 0 && left <= 0 && (
        <Text size="sm" mt="xs">
          And {countText(rare, 'fault')} of rarer kinds.
        </Text>
      )}
      {all > faults.length && (
        <Text size="sm" mt="xs">
          The file holds the first {numberText(faults.length)}.
        </Text>
      )}
    </Alert>
  );
}

/** What to do, without what is for programs. */
const faultText = (message: string) => forPeople(message).replaceAll(/`([^`]+)`/g, '“$1”');

/** Where faults of one kind stand. */
function rowsText(rows: readonly number[], count: number): string {
  const more = count > Math.min(rows.length, ROWS_SHOWN) ? ' …' : '';
  return rows.slice(0, ROWS_SHOWN).map(numberText).join(', ') + more;
}
