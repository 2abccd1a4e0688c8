import { Alert, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { countText } from '../time/words.js';
import { ColumnsTable } from './columns-table.js';
import type { Outcome, SheetWish } from './sheet.js';
import { fieldText, KIND_TEXTS, SHEET_KINDS, type SheetKind } from './words.js';

interface HowReadProps {
  readonly understood: Outcome['understood'];
  readonly wish: SheetWish;
  readonly onChange: (wish: SheetWish) => void;
}

const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' } as const;
const MARKS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;

/** What a sheet was taken for, and how that is changed. */
export function HowRead({ understood, wish, onChange }: HowReadProps): ReactElement {
  const { kind, rows, sheets = [], dates, headRow } = understood;
  const missing = missingIn(understood);
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="What the rows are"
          value={kind ?? ''}
          error={kind === null && 'The names of the columns do not tell. Choose it.'}
          data={[
            ...(kind === null ? [{ value: '', label: 'Choose …' }] : []),
            ...SHEET_KINDS.map((value) => ({ value, label: KIND_TEXTS[value] })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...wish, ...(value ? { kind: value as SheetKind } : {}), columns: {} })
          }
        />
        {sheets.length > 1 && (
          <NativeSelect
            label="Sheet of the workbook"
            value={wish.sheet ?? sheets[0]}
            data={[...sheets]}
            onChange={({ currentTarget }) => onChange({ sheet: currentTarget.value, columns: {} })}
          />
        )}
        <NativeSelect
          label="Row of the column names"
          value={String(headRow)}
          data={headRows(headRow)}
          onChange={({ currentTarget }) =>
            onChange({ ...wish, head: Number(currentTarget.value), columns: {} })
          }
        />
        {kind !== null && kind !== 'units' && (
          <NativeSelect
            label="Days like 03/04/2012 are"
            value={wish.dates ?? ''}
            data={[
              { value: '', label: dates === null ? 'Not told by the cells' : ORDERS[dates] },
              ...(['dmy', 'mdy'] as const)
                .filter((order) => order !== dates || wish.dates === order)
                .map((value) => ({ value, label: ORDERS[value] })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              const { dates: _, ...rest } = wish;
              onChange(value === 'dmy' || value === 'mdy' ? { ...rest, dates: value } : rest);
            }}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {[countText(rows, 'row'), howWritten(understood)].filter(Boolean).join(', ')}
      </Text>
      <ReadSo understood={understood} />
      {missing.length > 0 && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle />}
          role="status"
          title="A column is missing"
        >
          <List size="sm">
            {missing.map((field) => (
              <List.Item key={field}>
                No column holds “{fieldText(field, kind)}”: choose which one does, below.
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <ColumnsTable
        understood={understood}
        columns={wish.columns}
        onChange={(columns) => onChange({ ...wish, ...(kind ? { kind } : {}), columns })}
      />
    </Stack>
  );
}

const MOST_HEADS = 20;

/** The rows that could name the columns. */
const headRows = (now: number) =>
  [...new Set([...Array.from({ length: MOST_HEADS }, (_, index) => index + 1), now])].map(String);

const NAMES_SHOWN = 5;

/** What was read otherwise than it stands there, or not at all. */
function ReadSo({ understood }: Pick<HowReadProps, 'understood'>) {
  const { names, nameCount, leftOut } = understood;
  const shown = names.slice(0, NAMES_SHOWN);
  const more = nameCount - shown.length;
  return (
    <>
      {shown.length > 0 && (
        <Text size="sm">
          {nameCount === 1 ? 'A name is read as a key' : 'Names are read as keys'}:{' '}
          {shown.map(({ written, key }) => `“${written}” is ${key}`).join(', ')}
          {more > 0 && `, and ${countText(more, 'more name', 'more names')}`}.
        </Text>
      )}
      {leftOut.length > 0 && (
        <Text size="sm">
          Not read: {leftOut.map(({ row, text }) => `row ${row} (“${text}”)`).join(', ')}.
        </Text>
      )}
    </>
  );
}

const ORDERS = { dmy: '3 April: the day first', mdy: 'March 4: the month first' } as const;

/** The fields that no column holds, though the rows need them. */
export function missingIn({ fields, columns }: Outcome['understood']): readonly string[] {
  const held = new Set(columns.map(({ field }) => field));
  return fields.flatMap(({ field, needed }) => (needed && !held.has(field) ? [field] : []));
}

function howWritten({ format, encoding, delimiter }: Outcome['understood']): string {
  if (format === 'xlsx') return 'a workbook';
  return [encoding ? ENCODINGS[encoding] : '', delimiter ? `parted by ${MARKS[delimiter]}` : '']
    .filter(Boolean)
    .join(', ');
}
