import { ScrollArea, Table } from '@mantine/core';
import { numberText } from '../time/words.js';
import type { Twin } from './chart-frame.js';

/** The figures of a chart as a table. */
export function TwinTable({ title, twin }: { readonly title: string; readonly twin: Twin }) {
  const { columns, rows } = twin;
  return (
    <ScrollArea.Autosize mah={480} viewportProps={{ tabIndex: 0 }} type="auto">
      <Table striped stickyHeader aria-label={title} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {row.map((value, at) => (
                <Table.Td
                  key={columns[at]}
                  style={typeof value === 'number' ? { textAlign: 'right' } : undefined}
                >
                  {typeof value === 'number' ? numberText(value) : (value ?? '–')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
