import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { FormDialog } from '../kit/form-dialog.js';
import { TextLink } from '../kit/links.js';
import { isUnread } from '../recording/when.js';
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
  const known = useKnown(unit);
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
    <FormDialog
      title={under ? `Add a unit under ${under.name}` : 'Add a unit'}
      save="Add it"
      onSave={() => saving.mutate()}
      onClose={onClose}
      busy={saving.isPending}
      idle={
        draft.name.trim() === '' ||
        unit === '' ||
        draft.kind.trim() === '' ||
        known !== undefined ||
        isUnread(draft.when)
      }
      typed={draft.name !== '' || draft.kind !== '' || draft.when !== '' || draft.ownerName !== ''}
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
        error={known ? <Known unit={known} /> : faultAt(fault, '/unit')}
        maxLength={64}
        onChange={({ currentTarget }) => setOwnKey(currentTarget.value)}
      />
    </FormDialog>
  );
}

const PAUSE_MS = 200;

/** The unit that has a key already, while it is typed; what cannot be seen here is found on saving. */
function useKnown(key: string): Schemas['Unit'] | undefined {
  const [asked] = useDebouncedValue(key, PAUSE_MS);
  const { data } = api.useQuery(
    'get',
    '/api/v1/units',
    { params: { query: { q: asked, limit: 100 } } },
    { enabled: asked !== '' },
  );
  return asked === key ? data?.items.find(({ unit }) => unit === key) : undefined;
}

/** Said of a key that is taken, with the way to the unit that has it. */
function Known({ unit: { unit, name, retired } }: { readonly unit: Schemas['Unit'] }) {
  return (
    <>
      {name} has this key already{retired ? ' (it is retired)' : ''}. Choose another one, or{' '}
      <TextLink to="/units/$unit" params={{ unit }} size="xs">
        open {name}
      </TextLink>
      .
    </>
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
