import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconHourglass } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { TextLink } from '../kit/links.js';
import type { Comparison } from './facts.js';
import { StandingChanges } from './standing-changes.js';

/** What was set straight, or waits for somebody else. */
export type Outcome =
  | { readonly is: 'recorded'; readonly comparison: Comparison }
  | { readonly is: 'proposed' };

interface StraightDoneProps {
  readonly outcome: Outcome;
  readonly onDone: () => void;
}

/** What became of it: the record is straight, or it waits for somebody else. */
export function StraightDone({ outcome, onDone }: StraightDoneProps) {
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <Stack>
      {outcome.is === 'proposed' ? (
        <Alert color="orange" icon={<IconHourglass />} role="status" title="Sent for approval">
          <Text size="sm">
            Nothing is recorded yet: somebody else has to approve it. You find it under{' '}
            <TextLink to="/proposals" size="sm">
              Proposals
            </TextLink>
            .
          </Text>
        </Alert>
      ) : (
        <>
          <Alert color="teal" icon={<IconCheck />} role="status" title="The record is straight" />
          <StandingChanges
            comparison={outcome.comparison}
            none="The unit stands in every model as before."
          />
        </>
      )}
      <Group>
        <Button ref={done} onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
