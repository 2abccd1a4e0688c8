import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { useTitles } from './catalogue.js';

const BLANK = { key: '', title: '', means: '', category: '', evidence: '' };
const KEY = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Adds a milestone of the program's own to the dictionary. */
export function DefineMilestone({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
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
      form.reset();
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
    <Modal opened={opened} onClose={onClose} title="Add a milestone" size="lg">
      <form onSubmit={submit}>
        <Stack>
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
          {define.isError && <FaultPanel thrown={define.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={define.isPending}>
              Add it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
