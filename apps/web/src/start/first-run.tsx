import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { may, mayEverywhere, useProgram, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { ButtonLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { keyFor } from '../units/unit-draft.js';
import { DemoCard } from './demo-card.js';
import { Way } from './way.js';

/** What an empty program offers first: a look at the demo, a first unit, the others. */
export function FirstRun(): ReactElement {
  const session = useSession();
  const { name } = useProgram();
  const organises = mayEverywhere(session, 'organise');
  if (!organises) {
    return (
      <Page title="Overview">
        <Empty title="There is nothing to see yet">
          No unit is in your sight. The program office adds units, and an administrator says which
          you may see.
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title={`Welcome to ${name}`}
      lead="Waymark says for each unit how far it is, on what evidence, and what comes next. There is no unit yet: begin in one of these ways."
    >
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {session.demo === 'offered' && <DemoCard />}
        <FirstUnit />
        {mayEverywhere(session, 'integrate') && (
          <Way
            title="Begin with a sheet"
            text="Units, milestones, assessments or targets out of a CSV file or a workbook. You see what becomes of each row before anything is recorded."
          >
            <ButtonLink to="/imports/new" variant="default">
              Import a sheet
            </ButtonLink>
          </Way>
        )}
        {may(session, 'administer') && (
          <Way
            title="Let others in"
            text="Add people, and say what each may do and see. Or let a provider or directory do it."
          >
            <ButtonLink to="/people" variant="default">
              People
            </ButtonLink>
          </Way>
        )}
      </SimpleGrid>
    </Page>
  );
}

function FirstUnit() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', kind: 'enterprise' },
    validate: {
      name: (name) => (keyFor(name) === '' ? 'Give a name with a letter or a digit in it.' : null),
    },
  });
  const add = api.useMutation('put', '/api/v1/units/{unit}', {
    onSuccess: async ({ unit }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/units/$unit', params: { unit } });
    },
  });
  const submit = form.onSubmit(({ name, kind }) =>
    add.mutate({ params: { path: { unit: keyFor(name) } }, body: { name, kind } }),
  );
  return (
    <Way
      title="Record by hand"
      text="Add the enterprise or the first unit, then log what has happened there: dates may be rough, and everything can be corrected."
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label="Name" required maxLength={200} {...form.getInputProps('name')} />
          <TextInput
            label="Kind"
            description="Enterprise, region, function, team …"
            required
            maxLength={64}
            {...form.getInputProps('kind')}
          />
          {add.isError && <FaultPanel thrown={add.error} />}
          <Button type="submit" loading={add.isPending}>
            Add the first unit
          </Button>
        </Stack>
      </form>
    </Way>
  );
}
