import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { mayAt, useSession } from '../api/session.js';
import { FaultPanel } from '../kit/fault-panel.js';

interface DecisionProps {
  readonly proposal: Schemas['Proposal'];
  /** The unit and those above it. */
  readonly path: readonly string[];
}

/** What somebody may do with a proposal that waits: not the same who made it. */
export function Decision({ proposal: { id, proposedBy }, path }: DecisionProps) {
  const session = useSession();
  const queries = useQueryClient();
  const [closing, setClosing] = useState<'rejection' | 'withdrawal'>();
  const params = { path: { id } };
  const then = { onSuccess: () => void queries.invalidateQueries() };
  const approval = api.useMutation('post', '/api/v1/proposals/{id}/approval', then);
  const own = proposedBy.id === session.id;
  const decides = !own && mayAt(session, 'approve', path);
  if (own) {
    return (
      <Stack gap="xs">
        <Group gap="sm">
          <Button variant="default" onClick={() => setClosing('withdrawal')}>
            Withdraw
          </Button>
          <Text size="sm" c="dimmed">
            It is yours: somebody else approves it.
          </Text>
        </Group>
        <Close id={id} as={closing} onClose={() => setClosing(undefined)} />
      </Stack>
    );
  }
  if (!decides) {
    return (
      <Text size="sm" c="dimmed">
        Who may approve for this unit decides about it.
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {approval.error && <FaultPanel thrown={approval.error} />}
      <Group gap="sm">
        <Button loading={approval.isPending} onClick={() => approval.mutate({ params })}>
          Approve
        </Button>
        <Button variant="default" onClick={() => setClosing('rejection')}>
          Reject …
        </Button>
      </Group>
      <Close id={id} as={closing} onClose={() => setClosing(undefined)} />
    </Stack>
  );
}

interface CloseProps {
  readonly id: string;
  readonly as: 'rejection' | 'withdrawal' | undefined;
  readonly onClose: () => void;
}

/** Asks why a proposal is rejected or withdrawn. */
function Close({ id, as, onClose }: CloseProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const then = {
    onSuccess: () => {
      onClose();
      void queries.invalidateQueries();
    },
  };
  const rejection = api.useMutation('post', '/api/v1/proposals/{id}/rejection', then);
  const withdrawal = api.useMutation('post', '/api/v1/proposals/{id}/withdrawal', then);
  const { mutate, isPending, error } = as === 'withdrawal' ? withdrawal : rejection;
  const send = () => {
    const said = reason.trim();
    mutate({ params: { path: { id } }, body: said ? { reason: said } : {} });
  };
  const verb = as === 'withdrawal' ? 'Withdraw' : 'Reject';
  return (
    <Modal
      opened={as !== undefined}
      onClose={onClose}
      title={<Text fw={650}>{verb} this proposal</Text>}
    >
      <Stack>
        <Textarea
          data-autofocus
          label="Why (if there is something to say)"
          autosize
          minRows={2}
          maxLength={4000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {error && <FaultPanel thrown={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it waiting
          </Button>
          <Button loading={isPending} onClick={send}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
