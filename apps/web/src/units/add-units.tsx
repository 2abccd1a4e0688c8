import { List, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { FormDialog } from '../kit/form-dialog.js';
import { TextLink } from '../kit/links.js';
import { TableFrame } from '../kit/table-frame.js';
import { countText } from '../time/words.js';
import { type PastedLine, readUnits } from './pasted.js';
import { knownAmong, registerNew } from './register.js';

const MOST = 200;

/** Adds several units at once, pasted from a sheet or typed: all of them, or none. */
export function AddUnits({ onClose }: { readonly onClose: () => void }): ReactElement {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const lines = readUnits(text);
  const units = lines.flatMap((one) => ('unit' in one ? [one.unit] : []));
  const faults = lines.flatMap((one) => ('fault' in one ? [one] : []));
  const saving = useMutation({
    mutationFn: (meant: typeof units) => registerNew(meant),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries();
    },
  });
  const known = knownAmong(saving.error, saving.variables ?? []);
  return (
    <FormDialog
      title="Add several units"
      save={units.length > 0 ? `Add ${countText(units.length, 'unit')}` : 'Add them'}
      onSave={() => saving.mutate(units)}
      typed={text.trim() !== ''}
      onClose={onClose}
      busy={saving.isPending}
      idle={units.length === 0 || faults.length > 0 || units.length > MOST}
      thrown={saving.error}
    >
      <Textarea
        label="Units, one a line"
        description="Name; kind; what it lies under (a key, or the name of a line above). Tabs work, too, so that cells of a sheet can be pasted."
        placeholder={'Nordics; region; emea\nSweden; country; Nordics'}
        autosize
        minRows={5}
        maxRows={14}
        data-autofocus
        value={text}
        error={units.length > MOST ? `At most ${countText(MOST, 'unit')} at once.` : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {faults.length > 0 && (
        <div role="status">
          <List size="sm">
            {faults.map(({ line, fault }) => (
              <List.Item key={line}>
                Line {line}: {fault}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {units.length > 0 && <Understood lines={lines} known={known} />}
    </FormDialog>
  );
}

const SHOWN = 20;

interface UnderstoodProps {
  readonly lines: readonly PastedLine[];
  /** Keys of units that are there already. */
  readonly known: ReadonlySet<string>;
}

function Understood({ lines, known }: UnderstoodProps) {
  const units = lines.flatMap((one) => ('unit' in one ? [one.unit] : []));
  // those that stand in the way come first
  const shown = units
    .toSorted((a, b) => Number(known.has(b.unit)) - Number(known.has(a.unit)))
    .slice(0, SHOWN);
  return (
    <>
      <TableFrame minWidth={480}>
        <Table fz="sm" aria-label="What was understood">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Kind</Table.Th>
              <Table.Th>Lies under</Table.Th>
              <Table.Th>Key</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ unit, name, kind, parent }) => (
              <Table.Tr key={unit}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{kind}</Table.Td>
                <Table.Td>{parent ?? 'Nothing: it is at the top'}</Table.Td>
                <Table.Td>
                  {unit}
                  {known.has(unit) && (
                    <>
                      {': '}
                      <TextLink to="/units/$unit" params={{ unit }} size="sm">
                        there already, open it
                      </TextLink>
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {units.length > shown.length && (
        <Text size="sm">and {countText(units.length - shown.length, 'other')}.</Text>
      )}
    </>
  );
}
