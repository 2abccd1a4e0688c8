import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.js';
import { FormDialog } from '../kit/form-dialog.js';
import { UnitSelect } from '../kit/unit-select.js';
import { useMoment } from '../time/moment.js';
import { today } from '../time/words.js';

interface MakePackProps {
  readonly unit: string | undefined;
  readonly onClose: () => void;
}

/** Makes a board pack: of which unit, as of when, with which words. */
export function MakePack({ unit, onClose }: MakePackProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { asOf } = useMoment();
  const form = useForm({
    initialValues: { unit: unit ?? null, title: '', text: '', asOf: asOf?.slice(0, 10) ?? '' },
    validate: { unit: (value) => (value === null ? 'Choose the unit it is about.' : null) },
  });
  const make = api.useMutation('post', '/api/v1/board-packs', {
    onSuccess: async ({ id }) => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/board-packs'] });
      await navigate({ to: '/board-packs/$pack', params: { pack: id } });
    },
  });
  const submit = form.onSubmit(({ unit: about, ...rest }) => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
    make.mutate({ body: { unit: about ?? '', ...given } });
  });
  return (
    <FormDialog
      title="Make a board pack"
      save="Make it"
      onSave={submit}
      onClose={onClose}
      busy={make.isPending}
      typed={form.isDirty()}
      thrown={make.error}
    >
      <UnitSelect
        label="About"
        description="The unit and all below it"
        required
        value={form.values.unit}
        onChange={(chosen) => form.setFieldValue('unit', chosen)}
        {...(form.errors.unit ? { error: 'Choose the unit it is about.' } : {})}
      />
      <TextInput
        label="Title"
        description="Empty: the name of the unit"
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <TextInput
        label="As of"
        description="Empty: now"
        type="date"
        max={today()}
        {...form.getInputProps('asOf')}
      />
      <Textarea
        label="What the office says of it"
        description="A few lines, on the first page"
        autosize
        minRows={4}
        maxRows={12}
        maxLength={4000}
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
