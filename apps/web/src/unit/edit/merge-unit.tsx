import { MultiSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { UnitSelect } from '../../kit/unit-select.js';
import { useTitles } from '../../models/catalogue.js';
import { isUnread, readWhen } from '../../recording/when.js';
import { WhenField } from '../../recording/when-field.js';
import { countText } from '../../time/words.js';
import { faultAt } from '../../units/unit-fields.js';
import { useFacts } from '../ladder/use-facts.js';
import { useUnit } from '../unit-context.js';

/** Merges the unit of the page into another one. */
export function MergeUnit({ onClose }: { readonly onClose: () => void }) {
  const { unit, name, whole } = useUnit();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const titles = useTitles();
  const { facts } = useFacts();
  const [into, setInto] = useState<string | null>(null);
  const [carry, setCarry] = useState<readonly string[]>([]);
  const [when, setWhen] = useState('');
  const saving = api.useMutation('post', '/api/v1/units/{unit}/merger', {
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
      if (into) await navigate({ to: '/units/$unit', params: { unit: into } });
    },
  });
  const fault = saving.error ? faultOf(saving.error) : undefined;
  const held = [...titles].filter(([key]) => facts?.last(unit, key)?.type === 'milestone.achieved');
  const save = () => {
    const read = readWhen(when, { now: new Date() });
    if (!into) return;
    saving.mutate({
      params: { path: { unit } },
      body: { into, carry: [...carry], ...(read ? { occurredAt: read.given } : {}) },
    });
  };
  return (
    <FormDialog
      title={`Merge ${name} into another unit`}
      save="Merge"
      onSave={save}
      onClose={onClose}
      busy={saving.isPending}
      idle={into === null || isUnread(when)}
      typed={into !== null || carry.length > 0 || when !== ''}
      thrown={saving.error}
    >
      <Text size="sm">
        {name} is retired.{' '}
        {whole.children > 0 &&
          `${countText(whole.children, 'unit', 'units')} under it ${whole.children === 1 ? 'comes' : 'come'} under the other one. `}
        Its history stays where it is.
      </Text>
      <UnitSelect
        label="Into"
        required
        value={into}
        without={[unit]}
        error={faultAt(fault, '/into')}
        onChange={setInto}
      />
      <MultiSelect
        label="Milestones that the other one holds from then on, too"
        description="Only what is true of both of them together"
        searchable
        data={held.map(([value, label]) => ({ value, label }))}
        value={[...carry]}
        error={faultAt(fault, '/carry')}
        onChange={setCarry}
      />
      <WhenField
        label="When"
        hint="Empty: now. Otherwise a day, month, quarter or year"
        value={when}
        error={faultAt(fault, '/occurredAt')}
        onChange={setWhen}
      />
    </FormDialog>
  );
}
