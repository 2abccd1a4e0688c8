import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';

interface SetStraightProps {
  /** The key of the unit that is looked at. */
  readonly unit: string;
  /** What was logged, or its id; absent: nothing was, and it is about `milestone`. */
  readonly event?: Schemas['Event'] | string;
  /** What it is about where nothing was logged. */
  readonly milestone?: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sets the record of one milestone straight, in plain words. */
export function SetStraight(props: SetStraightProps): ReactElement {
  const { unit, event, opened, onClose } = props;
  const [reason, setReason] = useState('');
  const saving = api.useMutation('post', '/api/v1/units/{unit}/retractions', {
    onSuccess: onClose,
  });
  const id = typeof event === 'string' ? event : event?.id;
  const save = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (id) saving.mutate({ params: { path: { unit } }, body: { event: id, reason } });
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>Set the record straight</Text>}
    >
      <form onSubmit={save}>
        <Stack>
          <Textarea
            label="It never happened, because"
            required
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {saving.error && <FaultPanel thrown={saving.error} />}
          <Button type="submit" loading={saving.isPending} disabled={!id}>
            Confirm
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
