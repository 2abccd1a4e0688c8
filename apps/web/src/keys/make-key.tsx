import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { FormDialog } from '../kit/form-dialog.js';
import { UnitSelect } from '../kit/unit-select.js';
import { useMilestones } from '../models/catalogue.js';
import { ROLE_CHOICES, type Role } from '../people/roles.js';

interface MakeKeyProps {
  readonly onClose: () => void;
  readonly onMade: (name: string, key: string) => void;
}

const BLANK = {
  name: '',
  role: 'integration' as Role,
  under: null as string | null,
  milestones: [] as string[],
  expiresOn: '',
};

/** Makes a key for a program. */
export function MakeKey({ onClose, onMade }: MakeKeyProps) {
  const queries = useQueryClient();
  const form = useForm({ initialValues: BLANK });
  const { data: dictionary } = useMilestones();
  const make = api.useMutation('post', '/api/v1/keys', {
    onSuccess: async ({ key }, { body }) => {
      onMade(body.name, key);
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/keys'] });
    },
  });
  const submit = form.onSubmit(({ name, role, under, milestones, expiresOn }) =>
    make.mutate({
      body: {
        name,
        role,
        ...(under ? { under } : {}),
        ...(milestones.length > 0 ? { milestones } : {}),
        ...(expiresOn ? { expiresOn } : {}),
      },
    }),
  );
  return (
    <FormDialog
      title="Make a key"
      save="Make it"
      size="md"
      onSave={submit}
      onClose={onClose}
      busy={make.isPending}
      typed={form.isDirty()}
      thrown={make.error}
    >
      <TextInput
        label="Name"
        description="What uses it: a tool, a pipeline"
        required
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NativeSelect label="Role" data={ROLE_CHOICES} {...form.getInputProps('role')} />
      <UnitSelect
        label="Reaches"
        placeholder="The whole program"
        clearable
        value={form.values.under}
        onChange={(under) => form.setFieldValue('under', under)}
      />
      <MultiSelect
        label="Records only these milestones"
        placeholder={form.values.milestones.length === 0 ? 'Any' : undefined}
        searchable
        limit={50}
        data={(dictionary?.items ?? []).map(({ key, title }) => ({ value: key, label: title }))}
        {...form.getInputProps('milestones')}
      />
      <TextInput
        label="Last day"
        description="Empty: it does not end"
        type="date"
        {...form.getInputProps('expiresOn')}
      />
    </FormDialog>
  );
}
