import { Button, CloseButton, Dialog, Group, Stack, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import { may, type Session, useSession } from '../api/session.js';

interface Step {
  readonly title: string;
  readonly text: string;
  readonly offered?: (session: Session) => boolean;
}

const STEPS: readonly Step[] = [
  {
    title: 'What is where',
    text: 'The overview tells where the units of a subtree stand. A cell of the heatmap leads to the unit, and there each criterion to the facts that met it.',
  },
  {
    title: 'Any day, as known on any day',
    text: 'The clock in the header shows everything as of another day, or as it was known then. The header changes its colour as long as it is not now.',
  },
  {
    title: 'Recording',
    text: 'On a unit’s page “Log a milestone” takes several at once, with dates as rough as they are known. Nothing is overwritten: what was wrong is set straight, and stays in the log.',
    offered: (session) => may(session, 'emit'),
  },
  {
    title: 'What needs you',
    text: 'Alerts come by themselves when a sponsor leaves, a stage is lost or nothing moves. The roadmap says what is late, and forecasts say how many precedents they rest on.',
  },
];

/** A short tour, for those who open the pages for the first time in a browser; it can be dismissed. */
export function Tour(): ReactElement | null {
  const session = useSession();
  const [seen, setSeen] = useLocalStorage({
    key: 'waymark-tour-seen',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [at, setAt] = useState(0);
  const steps = STEPS.filter(({ offered }) => offered?.(session) ?? true);
  const step = steps[at];
  if (seen || !step) return null;
  const last = at === steps.length - 1;
  return (
    <Dialog
      opened
      withBorder
      shadow="md"
      size={340}
      role="dialog"
      aria-label={`A short tour: ${step.title}`}
      position={{ bottom: 16, right: 16 }}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={650}>{step.title}</Text>
          <CloseButton aria-label="Dismiss the tour" onClick={() => setSeen(true)} />
        </Group>
        <Text size="sm">{step.text}</Text>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {at + 1} of {steps.length}
          </Text>
          <Group gap="xs">
            {at > 0 && (
              <Button size="xs" variant="default" onClick={() => setAt(at - 1)}>
                Back
              </Button>
            )}
            <Button size="xs" onClick={() => (last ? setSeen(true) : setAt(at + 1))}>
              {last ? 'Begin' : 'Next'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  );
}
