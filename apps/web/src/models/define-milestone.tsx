import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { FormDialog } from '../kit/form-dialog.js';
import { useTitles } from './catalogue.js';

const BLANK = { key: '', title: '', means: '', category: '', evidence: '' };
const KEY = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Adds a milestone of the program's own to the dictionary. */
export function DefineMilestone({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const titles = useTitles();
  const form = useForm({
    initialValues: BLANK,
    validate: {
      key: (key) => {
        if (!KEY.test(key)) return 'Two or more words of a–z, 0–9 and -, joined by dots.';
        return titles.has(key) ? 'There is one with this key already.' : null;
      },
    },
  });
  const define = api.useMutation('put', '/api/v1/milestones/{milestone}', {
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/milestones'] });
      notifications.show({ message: 'The milestone is in the dictionary.' });
    },
  });
  const submit = form.onSubmit(({ key, category, evidence, ...rest }) =>
    define.mutate({
      params: { path: { milestone: key } },
      body: { ...rest, ...(category ? { category } : {}), ...(evidence ? { evidence } : {}) },
    }),
  );
  return (
    <FormDialog
      title="Add a milestone"
      save="Add it"
      onSave={submit}
      onClose={onClose}
      busy={define.isPending}
      typed={form.isDirty()}
      thrown={define.error}
    >
      <TextInput
        label="Title"
        description="As one says that it happened: “Hub launched”"
        required
        maxLength={200}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <TextInput
        label="Key"
        description="For tools and models: hub.launched"
        required
        maxLength={100}
        {...form.getInputProps('key')}
      />
      <Textarea
        label="What must be true to record it"
        required
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('means')}
      />
      <TextInput label="Category" maxLength={100} {...form.getInputProps('category')} />
      <Textarea
        label="What shows it"
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('evidence')}
      />
    </FormDialog>
  );
}
