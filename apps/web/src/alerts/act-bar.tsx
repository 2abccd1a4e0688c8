import { Button, Group, Menu, Modal, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown, IconClock, IconEye, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { countText, dayText, inDays } from '../time/words.js';
import type { Alert } from './groups.js';

interface ActBarProps {
  /** Those that are chosen. */
  readonly alerts: readonly Alert[];
  readonly onDone: () => void;
}

type Act = (id: string) => Promise<{ readonly error?: unknown }>;

const SNOOZES: readonly (readonly [label: string, days: number])[] = [
  ['Until tomorrow', 1],
  ['For a week', 7],
  ['For a month', 30],
  ['For a quarter', 91],
];

/** What can be done with the alerts that are chosen. */
export function ActBar({ alerts, onDone }: ActBarProps) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<unknown>();
  // said before the reason where some were changed and some were not
  const [partly, setPartly] = useState<string>();
  const [assigning, { open, close }] = useDisclosure();
  const act = async (done: string, one: Act) => {
    setBusy(true);
    setThrown(undefined);
    const outcomes = await Promise.all(
      alerts.map(({ id }) => one(id).catch((error: unknown) => ({ error }))),
    );
    setBusy(false);
    const failed = outcomes.filter(({ error }) => error !== undefined);
    await queries.invalidateQueries();
    if (failed.length > 0) {
      setThrown(failed[0]?.error);
      setPartly(
        alerts.length > 1
          ? `${countText(alerts.length - failed.length, 'alert')} ${done}; ${countText(failed.length, 'alert is', 'alerts are')} as before, for this reason:`
          : undefined,
      );
      return;
    }
    notifications.show({ message: `${countText(alerts.length, 'alert')} ${done}.` });
    close();
    onDone();
  };
  const path = (id: string) => ({ params: { path: { id } } });
  const snooze = (days: number) => {
    const until = inDays(days);
    void act(`snoozed until ${dayText(until)}`, (id) =>
      client.POST('/api/v1/alerts/{id}/snooze', { ...path(id), body: { until } }),
    );
  };
  const none = alerts.length === 0;
  return (
    <Paper withBorder p="xs" style={{ position: 'sticky', top: 64, zIndex: 5 }}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" role="status" style={{ flex: '1 1 auto' }}>
            {none
              ? 'Choose alerts to do something with them'
              : `${countText(alerts.length, 'alert')} chosen`}
          </Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconEye size={14} />}
            disabled={none}
            loading={busy}
            onClick={() =>
              void act('acknowledged', (id) =>
                client.POST('/api/v1/alerts/{id}/acknowledgement', path(id)),
              )
            }
          >
            Acknowledge
          </Button>
          <Menu>
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconClock size={14} />}
                rightSection={<IconChevronDown size={14} />}
                disabled={none || busy}
              >
                Snooze
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {SNOOZES.map(([label, days]) => (
                <Menu.Item key={days} onClick={() => snooze(days)}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUser size={14} />}
            disabled={none || busy}
            onClick={open}
          >
            Assign
          </Button>
          <Button
            size="xs"
            leftSection={<IconCheck size={14} />}
            disabled={none}
            loading={busy}
            onClick={() =>
              void act('resolved', (id) => client.POST('/api/v1/alerts/{id}/resolution', path(id)))
            }
          >
            Resolve
          </Button>
        </Group>
        {thrown !== undefined && partly && <Text size="sm">{partly}</Text>}
        {thrown !== undefined && <FaultPanel thrown={thrown} />}
      </Stack>
      <AssignDialog
        opened={assigning}
        onClose={close}
        busy={busy}
        fault={thrown === undefined ? undefined : faultOf(thrown).detail}
        onAssign={(to) =>
          void act('assigned', (id) =>
            client.POST('/api/v1/alerts/{id}/assignment', { ...path(id), body: to }),
          )
        }
      />
    </Paper>
  );
}

interface AssignDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly fault: string | undefined;
  readonly onAssign: (to: { readonly person: string } | { readonly to: string }) => void;
}

function AssignDialog({ opened, onClose, busy, fault, onAssign }: AssignDialogProps) {
  const [person, setPerson] = useState<string | null>(null);
  const [name, setName] = useState('');
  const { data } = api.useQuery(
    'get',
    '/api/v1/people/names',
    { params: { query: {} } },
    { enabled: opened },
  );
  const people = (data?.items ?? []).map(({ id, name: called }) => ({ value: id, label: called }));
  return (
    <Modal opened={opened} onClose={onClose} title="Who takes care of it?">
      <Stack>
        <Select
          label="Somebody with an account"
          placeholder="Choose a person"
          searchable
          clearable
          data={people}
          value={person}
          onChange={setPerson}
        />
        <TextInput
          label="Or somebody else, in words"
          maxLength={200}
          disabled={person !== null}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={fault}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={busy}
            disabled={person === null && name.trim() === ''}
            onClick={() => onAssign(person === null ? { to: name.trim() } : { person })}
          >
            Assign
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
