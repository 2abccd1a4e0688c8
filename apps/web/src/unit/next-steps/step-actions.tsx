import { Button, Group, Popover, Stack, Textarea } from '@mantine/core';
import { IconFlagPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { useDoors } from '../recording-doors.js';
import { useUnit } from '../unit-context.js';

interface StepActionsProps {
  readonly step: Schemas['Recommendation'];
  /** Told what was decided, as soon as that is in the log. */
  readonly onDecided: (decision: 'accepted' | 'dismissed') => void;
}

/** What can be said of a step: that it is taken up, or that it is not for this unit; or that it is done. */
export function StepActions({ step, onDecided }: StepActionsProps) {
  const { may } = useUnit();
  const { log } = useDoors();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const deciding = api.useMutation('post', '/api/v1/recommendations/{id}/decision', {
    onSuccess: (_, { body }) => {
      setAsking(false);
      onDecided(body.decision);
      // the step goes, and the button with it: on to the list's heading
      if (body.decision === 'dismissed') document.getElementById('next-steps')?.focus();
      return queries.invalidateQueries();
    },
  });
  const { id, title, status, milestone } = step;
  const decide = (body: Schemas['DecideRecommendation']) =>
    deciding.mutate({ params: { path: { id } }, body });
  return (
    <Stack gap={4}>
      <Group gap={4}>
        {log && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconFlagPlus size={14} />}
            onClick={() => log(milestone)}
            aria-label={`Log it: ${title}`}
          >
            Log it
          </Button>
        )}
        {may('decide') && status !== 'accepted' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={deciding.isPending}
            onClick={() => decide({ decision: 'accepted' })}
            aria-label={`Accept: ${title}`}
          >
            Accept
          </Button>
        )}
        {may('decide') && status !== 'dismissed' && (
          <Popover
            opened={asking}
            onChange={setAsking}
            trapFocus
            position="bottom-start"
            width={280}
          >
            <Popover.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => setAsking(!asking)}
                aria-label={`Dismiss: ${title}`}
              >
                Dismiss
              </Button>
            </Popover.Target>
            <Popover.Dropdown aria-label={`Dismiss: ${title}`}>
              <ReasonForm
                onGiven={(reason) =>
                  decide({ decision: 'dismissed', ...(reason ? { reason } : {}) })
                }
              />
            </Popover.Dropdown>
          </Popover>
        )}
      </Group>
      {deciding.error && <FaultPanel thrown={deciding.error} />}
    </Stack>
  );
}

function ReasonForm({ onGiven }: { readonly onGiven: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const give = (event: FormEvent) => {
    event.preventDefault();
    onGiven(reason.trim());
  };
  return (
    <form onSubmit={give}>
      <Stack gap="xs">
        <Textarea
          label="Why not?"
          description="So that others understand. May stay empty."
          autosize
          minRows={2}
          maxLength={4000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button type="submit" size="compact-sm">
          Dismiss the step
        </Button>
      </Stack>
    </form>
  );
}
