import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { api } from '../api/client.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { useTitles } from '../models/catalogue.js';
import { whenWords } from '../recording/when.js';
import { countText } from '../time/words.js';
import type { Supposed } from './search.js';

interface MakePlanProps {
  readonly unit: string;
  readonly achieve: readonly Supposed[];
  readonly lapse: readonly Supposed[];
}

const OUTCOMES = { set: 'planned', moved: 'moved', unchanged: 'planned already' } as const;

/** Turns what is supposed into targets of the unit's roadmap. */
export function MakePlan({ unit, achieve, lapse }: MakePlanProps) {
  const titles = useTitles();
  const plan = api.useMutation('post', '/api/v1/units/{unit}/what-if/plan');
  const send = () =>
    plan.mutate({
      params: { path: { unit } },
      body: { achieve: [...achieve], lapse: [...lapse] },
    });
  const titleOf = (key = '') => titles.get(key) ?? key;
  return (
    <Stack gap="sm" align="flex-start">
      <Button
        leftSection={<IconRoute size={18} />}
        loading={plan.isPending}
        disabled={achieve.length === 0}
        onClick={send}
      >
        Make it the plan
      </Button>
      <Text size="sm" c="dimmed">
        What is supposed to happen becomes targets of the roadmap, due when you say; without a date,
        aims. Nothing is recorded as having happened.
      </Text>
      {plan.error && <FaultPanel thrown={plan.error} />}
      {plan.data && (
        <Alert
          color="teal"
          role="status"
          title={`${countText(plan.data.targets.length, 'target')} on the roadmap`}
        >
          <List size="sm">
            {plan.data.targets.map(({ target, goal, due, outcome }) => (
              <List.Item key={target}>
                {titleOf(goal.milestone)}: {OUTCOMES[outcome]}
                {due ? `, due ${whenWords(due)}` : ', without a date'}
              </List.Item>
            ))}
            {plan.data.skipped.map(({ milestone, says }) => (
              <List.Item key={milestone}>
                {titleOf(milestone)}: no target. {says}
              </List.Item>
            ))}
          </List>
          <TextLink to="/units/$unit/roadmap" params={{ unit }} size="sm">
            Open the roadmap
          </TextLink>
        </Alert>
      )}
    </Stack>
  );
}
