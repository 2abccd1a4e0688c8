import { Accordion, Group, Stack, Text } from '@mantine/core';
import { StageBadge } from '../../stages/stage-badge.js';
import { dayText, numberText } from '../../time/words.js';
import type { PolicyProps } from './policy-props.js';
import { RungList } from './rung-list.js';
import { levelRungs } from './rungs.js';

const OVERALL: Readonly<Record<string, string>> = {
  lowest: 'The lowest of them is the stage.',
  median: 'The one in the middle is the stage (of two, the lower).',
  mean: 'Their mean, rounded down, is the stage.',
};

/** A model of several lines of growth: the level in each, and what the next asks. */
export function Dimensions({ model, given, titles, asOf }: PolicyProps) {
  const { dimensions = [], mean } = given.standing;
  const of = model.stages.length;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {model.dimensions.length} dimensions. {OVERALL[model.overall ?? '']}
        {mean !== undefined && ` Mean: ${numberText(Math.round(mean * 100) / 100)} of ${of}.`}
      </Text>
      <Accordion multiple variant="separated" order={3} defaultValue={[]}>
        {model.dimensions.map((dimension) => {
          const held = dimensions.find(({ id }) => id === dimension.id);
          const level = held?.level ?? 0;
          return (
            <Accordion.Item key={dimension.id} value={dimension.id}>
              <Accordion.Control>
                <Group gap="sm" justify="space-between" pe="sm">
                  <Text fw={600}>{dimension.name}</Text>
                  <Group gap="sm">
                    {held && level > 0 && (
                      <Text size="sm" c="dimmed">
                        since {dayText(held.since)}
                      </Text>
                    )}
                    <StageBadge ordinal={level} of={of} />
                  </Group>
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <RungList
                  rungs={levelRungs(dimension, given)}
                  titles={titles}
                  asOf={asOf}
                  since={held?.since}
                  order={4}
                />
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </Stack>
  );
}
