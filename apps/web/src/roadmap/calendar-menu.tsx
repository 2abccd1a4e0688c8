import {
  Anchor,
  Button,
  CopyButton,
  Group,
  Menu,
  Modal,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarDown, IconCalendarPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';

interface CalendarMenuProps {
  readonly unit: string;
  readonly name: string;
  /** Whether addresses to subscribe to may be made. */
  readonly mayShare: boolean;
}

/** The due dates in a calendar: as a file, or as an address to subscribe to. */
export function CalendarMenu({ unit, name, mayShare }: CalendarMenuProps): ReactElement {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconCalendarDown size={16} />}>
            Calendar
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={`/api/v1/exports/roadmap.ics?under=${encodeURIComponent(unit)}`}
            download={`roadmap-${unit}.ics`}
            leftSection={<IconCalendarDown size={16} />}
          >
            Download the due dates (ICS)
          </Menu.Item>
          {mayShare && (
            <Menu.Item onClick={open} leftSection={<IconCalendarPlus size={16} />}>
              An address to subscribe to …
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={opened} onClose={close} title="An address for calendars">
        <Subscribe {...{ unit, name }} onDone={close} />
      </Modal>
    </>
  );
}

interface SubscribeProps extends Omit<CalendarMenuProps, 'mayShare'> {
  readonly onDone: () => void;
}

function Subscribe({ unit, name, onDone }: SubscribeProps) {
  const [called, setCalled] = useState(`Roadmap of ${name}`);
  const { mutate, data, error, isPending } = api.useMutation('post', '/api/v1/calendar-links');
  if (data) {
    return (
      <Stack>
        <Text size="sm">
          It is shown this once: whoever has it can read this calendar, and nothing else. Give it to
          a calendar program as a subscription.
        </Text>
        <Anchor href={data.url} style={{ overflowWrap: 'anywhere' }}>
          {data.url}
        </Anchor>
        <Group justify="flex-end">
          <CopyButton value={data.url}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy it'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>Done</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ body: { name: called, under: unit } });
      }}
    >
      <Stack>
        <Text size="sm">
          Calendar programs can follow the due dates of {name} and all units below it.
        </Text>
        <TextInput
          label="What the calendar is called"
          required
          value={called}
          onChange={({ currentTarget }) => setCalled(currentTarget.value)}
        />
        {error !== null && error !== undefined && <FaultPanel thrown={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={!called.trim()}>
            Make the address
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
