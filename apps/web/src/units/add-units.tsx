import { List, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { countText } from '../time/words.js';
import { EditDialog } from '../unit/edit/edit-dialog.js';
import { type PastedLine, readUnits } from './pasted.js';
import { registerNew } from './register.js';

const MOST = 200;

/** Adds several units at once, pasted from a sheet or typed: all of them, or none. */
export function AddUnits({ onClose }: { readonly onClose: () => void }): ReactElement {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const lines = readUnits(text);
  const units = lines.flatMap((one) => ('unit' in one ? [one.unit] : []));
  const faults = lines.flatMap((one) => ('fault' in one ? [one] : []));
  const saving = useMutation({
    mutationFn: () => registerNew(units),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries();
    },
  });
  return (
    <EditDialog
      title="Add several units"
      save={units.length > 0 ? `Add ${countText(units.length, 'unit')}` : 'Add them'}
      onSave={() => saving.mutate()}
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
      {units.length > 0 && <Understood lines={lines} />}
    </EditDialog>
  );
}

const SHOWN = 20;

function Understood({ lines }: { readonly lines: readonly PastedLine[] }) {
  const units = lines.flatMap((one) => ('unit' in one ? [one.unit] : []));
  return (
    <>
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
          {units.slice(0, SHOWN).map(({ unit, name, kind, parent }) => (
            <Table.Tr key={unit}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{kind}</Table.Td>
              <Table.Td>{parent ?? 'Nothing: it is at the top'}</Table.Td>
              <Table.Td>{unit}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {units.length > SHOWN && (
        <Text size="sm">and {countText(units.length - SHOWN, 'other')}.</Text>
      )}
    </>
  );
}
