import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { forPeople } from '../api/faults.js';
import { TableFrame } from '../kit/table-frame.js';
import { countText, numberText } from '../time/words.js';
import { columnLetters } from './letters.js';

interface FaultTableProps {
  readonly faults: readonly Schemas['SheetFault'][];
  /** How many there are, of which the first ones are listed. */
  readonly all: number;
  /** Names the file the faults are saved in. */
  readonly name: string;
}

const AT_ONCE = 50;

/** What is wrong with a sheet, by row and column as the spreadsheet counts them, and what to do. */
export function FaultTable({ faults, all, name }: FaultTableProps): ReactElement {
  const [shown, setShown] = useState(AT_ONCE);
  const save = async () => {
    const { saveCsv } = await import('../charts/export.js');
    const rows = faults.map(({ row, column, head, message }) => [
      ...[
        row,
        column === undefined ? null : columnLetters(column),
        head ?? null,
        forPeople(message),
      ],
    ]);
    await saveCsv(
      { columns: ['Row', 'Column', 'Name', 'What to do'], rows },
      `faults of ${name.replace(/\.(csv|tsv|txt|xlsx)$/i, '')}`,
    );
  };
  const left = faults.length - shown;
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
        <Text size="sm">Mend them in the sheet, save it, and choose it again.</Text>
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
              <Table.Th w={52}>Row</Table.Th>
              <Table.Th w={110}>Column</Table.Th>
              <Table.Th>What to do</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.slice(0, shown).map(({ row, column, head, message }, index) => (
              <Table.Tr key={index}>
                <Table.Td>{numberText(row)}</Table.Td>
                <Table.Td>
                  {column === undefined
                    ? 'The row'
                    : [columnLetters(column), head].filter(Boolean).join(': ')}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'break-word' }}>{forPeople(message)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {left > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setShown(shown + AT_ONCE)}>
          Show {countText(Math.min(left, AT_ONCE), 'more fault', 'more faults')}
        </Button>
      )}
      {all > faults.length && (
        <Text size="sm" mt="xs">
          The first {numberText(faults.length)} are listed.
        </Text>
      )}
    </Alert>
  );
}
