import { Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { api } from '../../api/client.js';
import { faultOf } from '../../api/faults.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { countText } from '../../time/words.js';
import type { Status } from '../search.js';
import { STATUS_TEXTS } from '../status-badge.js';

interface ReplayTogetherProps {
  readonly source: string;
  readonly status: Exclude<Status, 'received'>;
  readonly onClose: () => void;
}

/** Has all deliveries of a period that stand somewhere worked off again. */
export function ReplayTogether({ source, status, onClose }: ReplayTogetherProps): ReactElement {
  const queries = useQueryClient();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const replay = api.useMutation('post', '/api/v1/sources/{source}/deliveries/replay', {
    onSuccess: async ({ deliveries, more }) => {
      const again = countText(deliveries, 'delivery is', 'deliveries are');
      notifications.show({
        message: `${again} worked off again.${more ? ' There are more: replay once more when these are done.' : ''}`,
      });
      onClose();
      await queries.invalidateQueries();
    },
  });
  const { fields } = faultOf(replay.error);
  const faultAt = (pointer: string) => fields.find((field) => field.pointer === pointer)?.message;
  const word = STATUS_TEXTS[status].title.toLowerCase();
  return (
    <FormDialog
      title={`Replay the deliveries that are ${word}`}
      save="Replay them"
      size="md"
      onSave={() =>
        replay.mutate({
          params: { path: { source } },
          body: { status, ...(from ? { from } : {}), ...(to ? { to } : {}) },
        })
      }
      onClose={onClose}
      busy={replay.isPending}
      typed={false}
      thrown={replay.error}
    >
      <Text size="sm">
        They are worked off again by the mapping in force. What the log has already is not recorded
        twice.
      </Text>
      <Group grow>
        <TextInput
          type="date"
          label="Came from"
          description="Empty: from the first"
          value={from}
          error={faultAt('/from')}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label="And before"
          description="Empty: to the last"
          value={to}
          error={faultAt('/to')}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </Group>
    </FormDialog>
  );
}
