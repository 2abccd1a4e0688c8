import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { TableFrame } from '../kit/table-frame.js';
import { countText, numberText } from '../time/words.js';
import type { Twin } from './twin.js';

/** So many rows are shown at once: a browser takes long for thousands. */
const AT_ONCE = 250;

/** The figures of a chart as a table; long ones in portions. */
export function TwinTable({ title, twin }: { readonly title: string; readonly twin: Twin }) {
  const { columns, rows } = twin;
  const [shown, setShown] = useState(AT_ONCE);
  const left = rows.length - shown;
  return (
    <TableFrame maxHeight={480}>
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
          {rows.slice(0, shown).map((row, index) => (
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
      {left > 0 && (
        <Button variant="default" size="xs" m="xs" onClick={() => setShown(shown + AT_ONCE)}>
          Show {countText(Math.min(left, AT_ONCE), 'more row', 'more rows')} of {numberText(left)}
        </Button>
      )}
    </TableFrame>
  );
}
