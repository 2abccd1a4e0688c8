import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { faultOf } from '../api/faults.js';
import { EditDialog } from '../unit/edit/edit-dialog.js';
import { registerNew } from './register.js';
import { bodyOf, EMPTY_DRAFT, keyFor, type UnitDraft } from './unit-draft.js';
import { faultAt, UnitFields } from './unit-fields.js';

interface AddUnitProps {
  /** The unit that it is to lie under. */
  readonly under?: { readonly unit: string; readonly name: string };
  readonly onClose: () => void;
}

/** Adds one unit, and goes to its page. */
export function AddUnit({ under, onClose }: AddUnitProps): ReactElement {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<UnitDraft>({ ...EMPTY_DRAFT, parent: under?.unit ?? null });
  const [ownKey, setOwnKey] = useState<string>();
  const unit = ownKey ?? keyFor(draft.name);
  const saving = useMutation({
    mutationFn: () => registerNew([{ unit, ...bodyOf(draft, EMPTY_DRAFT, new Date()) }]),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
      await navigate({ to: '/units/$unit', params: { unit } });
    },
  });
  const fault = saving.error ? withoutPlace(faultOf(saving.error)) : undefined;
  return (
    <EditDialog
      title={under ? `Add a unit under ${under.name}` : 'Add a unit'}
      save="Add it"
      onSave={() => saving.mutate()}
      onClose={onClose}
      busy={saving.isPending}
      idle={unit === '' || draft.kind.trim() === ''}
      thrown={saving.error}
    >
      <UnitFields
        draft={draft}
        onChange={(change) => setDraft({ ...draft, ...change })}
        fault={fault}
        parentName={under?.name}
        whenLabel="Since when it exists"
      />
      <TextInput
        label="Key"
        description={
          <Text span size="xs">
            Its name in links and in the API; it stays for good. Lower-case letters, digits and
            dashes.
          </Text>
        }
        value={unit}
        error={faultAt(fault, '/unit')}
        maxLength={64}
        onChange={({ currentTarget }) => setOwnKey(currentTarget.value)}
      />
    </EditDialog>
  );
}

/** The faults of the first of several units, as those of one. */
function withoutPlace(fault: ReturnType<typeof faultOf>) {
  const fields = fault.fields.map(({ pointer, message }) => ({
    pointer: pointer.replace(/^\/units\/0/, ''),
    message,
  }));
  return { ...fault, fields };
}
