import { Autocomplete, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactElement } from 'react';
import { api } from '../../api/client.js';
import { ownersOf } from '../owners.js';
import type { TargetDraft } from './wish.js';

interface OwnerFieldsProps {
  readonly form: UseFormReturnType<TargetDraft>;
  /** Whose targets' owners are suggested. */
  readonly unit: string;
}

/** Who answers for a target; those who own others below the unit are suggested. */
export function OwnerFields({ form, unit }: OwnerFieldsProps): ReactElement {
  const { data } = api.useQuery('get', '/api/v1/rollups/{unit}/roadmap', {
    params: { path: { unit }, query: { limit: 500 } },
  });
  const owners = ownersOf(data?.items ?? []);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Autocomplete
        label="Owner"
        description="Who answers for it; may be left empty."
        data={[...new Set(owners.map(({ name }) => name))]}
        limit={8}
        {...form.getInputProps('ownerName')}
        onOptionSubmit={(name) => {
          const owner = owners.find((one) => one.name === name);
          if (owner) form.setFieldValue('ownerEmail', owner.email);
        }}
      />
      <TextInput
        label="Their e-mail address"
        description="Reminders go there."
        type="email"
        {...form.getInputProps('ownerEmail')}
      />
    </SimpleGrid>
  );
}
