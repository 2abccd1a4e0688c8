import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { FormDialog } from '../kit/form-dialog.js';

/** Adds somebody who may sign in. */
export function AddPerson({ onClose }: { readonly onClose: () => void }): ReactElement {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: '', email: '' } });
  const add = api.useMutation('post', '/api/v1/people', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/people'] });
      onClose();
    },
  });
  return (
    <FormDialog
      title="Add somebody"
      save="Add"
      size="md"
      onSave={form.onSubmit((body) => add.mutate({ body }))}
      onClose={onClose}
      busy={add.isPending}
      typed={form.isDirty()}
      thrown={add.error}
    >
      <TextInput
        label="Name"
        required
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label="E-mail address"
        type="email"
        required
        maxLength={254}
        {...form.getInputProps('email')}
      />
      <Text size="sm" c="dimmed">
        Afterwards give them a role, and a link to sign in with where they have no other way.
      </Text>
    </FormDialog>
  );
}
