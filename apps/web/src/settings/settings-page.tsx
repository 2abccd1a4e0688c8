import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { useProgram } from '../api/session.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { type Model, useModels } from '../models/catalogue.js';

/** What is set for the whole program. */
export function SettingsPage(): ReactElement {
  const program = useProgram();
  return (
    <Page title="Settings" lead="For the whole program; each change is a fact of its log.">
      <QueryView query={useModels()} height={360}>
        {({ items }) => <Form key={program.id} program={program} models={items} />}
      </QueryView>
    </Page>
  );
}

interface FormProps {
  readonly program: Schemas['Program'];
  readonly models: readonly Model[];
}

function Form({ program, models }: FormProps) {
  const queries = useQueryClient();
  const { name, models: followed, headline, approvals } = program;
  const form = useForm({
    initialValues: {
      name,
      models: [...followed],
      headline,
      waivers: approvals.waivers,
      corrections: approvals.corrections,
    },
  });
  const save = api.useMutation('put', '/api/v1/program', {
    onSuccess: async () => {
      form.resetDirty();
      await queries.invalidateQueries();
      notifications.show({ message: 'The settings are saved.' });
    },
  });
  const choices = models.map(({ id, title }) => ({ value: id, label: title }));
  const submit = form.onSubmit(({ waivers, corrections, ...rest }) =>
    save.mutate({ body: { ...rest, approvals: { waivers, corrections } } }),
  );
  return (
    <form onSubmit={submit}>
      <Stack maw={640}>
        <TextInput label="Name" required maxLength={200} {...form.getInputProps('name')} />
        <MultiSelect
          label="Models that units follow by default"
          description="A unit with models of its own, or below one that has, follows those instead"
          data={choices}
          searchable
          {...form.getInputProps('models')}
        />
        <Select
          label="The model that heads the overview"
          data={choices}
          clearable
          {...form.getInputProps('headline')}
        />
        <Fieldset legend="A second pair of eyes" variant="unstyled">
          <Text size="xs" c="dimmed">
            What somebody else has to approve before it is recorded
          </Text>
          <Stack gap="xs" mt="xs">
            <Checkbox
              label="Waivers: accepted without it"
              {...form.getInputProps('waivers', { type: 'checkbox' })}
            />
            <Checkbox
              label="Corrections of what was more than 30 days ago"
              {...form.getInputProps('corrections', { type: 'checkbox' })}
            />
          </Stack>
        </Fieldset>
        {save.isError && <FaultPanel thrown={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
