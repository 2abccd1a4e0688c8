import { ActionIcon, Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { QueryView } from '../kit/query-view.js';
import { UnitSelect } from '../kit/unit-select.js';
import { UnitLink } from '../kit/unit-link.js';
import { ROLE_CHOICES, ROLE_TEXTS, type Role } from './roles.js';

/** Whose roles are looked at. */
export type Holder = { readonly person: string } | { readonly group: string };

/** The roles of a person or a group, and how far each reaches; given and taken here. */
export function Grants({ of, name }: { readonly of: Holder; readonly name: string }) {
  const queries = useQueryClient();
  const query = api.useQuery('get', '/api/v1/grants', { params: { query: { ...of, limit: 100 } } });
  const changed = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/grants'] });
  const take = api.useMutation('delete', '/api/v1/grants/{id}', { onSuccess: changed });
  return (
    <Stack gap="sm">
      <QueryView query={query} height={48}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">No role: {name} sees nothing yet.</Text>
          ) : (
            <Group gap="xs">
              {items.map(({ id, role, under }) => (
                <Badge
                  key={id}
                  size="lg"
                  tt="none"
                  variant="outline"
                  rightSection={
                    <ActionIcon
                      size={24}
                      variant="transparent"
                      color="gray"
                      aria-label={`Take the role ${ROLE_TEXTS[role].title} away`}
                      loading={take.isPending}
                      onClick={() => take.mutate({ params: { path: { id } } })}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  }
                >
                  {ROLE_TEXTS[role].title}: {under ? <UnitLink unit={under} /> : 'whole program'}
                </Badge>
              ))}
            </Group>
          )
        }
      </QueryView>
      {take.isError && <FaultPanel thrown={take.error} />}
      <GiveRole of={of} onGiven={changed} />
    </Stack>
  );
}

function GiveRole({ of, onGiven }: { readonly of: Holder; readonly onGiven: () => Promise<void> }) {
  const [role, setRole] = useState<Role>('executive');
  const [under, setUnder] = useState<string | null>(null);
  const give = api.useMutation('post', '/api/v1/grants', { onSuccess: onGiven });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate({ body: { ...of, role, ...(under ? { under } : {}) } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label="Role"
            data={ROLE_CHOICES}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
          />
          <UnitSelect
            label="Reaches"
            placeholder="The whole program"
            clearable
            value={under}
            onChange={setUnder}
          />
          <Button type="submit" variant="default" loading={give.isPending}>
            Give the role
          </Button>
        </Group>
        {give.isError && <FaultPanel thrown={give.error} />}
      </Stack>
    </form>
  );
}
