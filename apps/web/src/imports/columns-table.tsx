import { NativeSelect, Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TableFrame } from '../kit/table-frame.js';
import type { Outcome, SheetWish } from './sheet.js';
import { fieldText } from './words.js';

type Columns = SheetWish['columns'];

interface ColumnsTableProps {
  readonly understood: Outcome['understood'];
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}

/** Each column of a sheet with what stands in it, and what it is taken for. */
export function ColumnsTable({ understood, columns, onChange }: ColumnsTableProps): ReactElement {
  const { kind, fields } = understood;
  const choose = (head: string, chosen: string) => {
    const field = chosen || null;
    // one column a field: whichever held it before is not read any more
    const before = understood.columns.find((one) => one.field === field && one.head !== head);
    onChange({
      ...columns,
      ...(field !== null && before ? { [before.head]: null } : {}),
      [head]: field,
    });
  };
  const choices = [
    { value: '', label: 'Not read' },
    ...fields.map(({ field, needed }) => ({
      value: field,
      label: `${fieldText(field, kind)}${needed ? ' *' : ''}`,
    })),
  ];
  return (
    <TableFrame minWidth={480}>
      <Table fz="sm" aria-label="The columns of the sheet">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th w={210}>Is read as</Table.Th>
            <Table.Th>First cells</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {understood.columns.map(({ head, field, samples }, index) => (
            <Table.Tr key={`${index} ${head}`}>
              <Table.Th scope="row" fw={600}>
                {head || (
                  <Text span size="sm" c="dimmed">{`Column ${index + 1}, without a name`}</Text>
                )}
              </Table.Th>
              <Table.Td>
                <NativeSelect
                  size="xs"
                  aria-label={`What ${head || `column ${index + 1}`} is read as`}
                  disabled={head === '' || kind === null}
                  value={field ?? ''}
                  data={choices}
                  onChange={({ currentTarget }) => choose(head, currentTarget.value)}
                />
              </Table.Td>
              <Table.Td>
                {samples.map((sample, at) => (
                  <Text key={at} size="sm" c="dimmed" lineClamp={1}>
                    {sample}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}
