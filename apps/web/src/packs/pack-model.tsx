import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '#lib/client';
import { rankText, stageColours } from '../stages/scale.js';
import { StageBadge } from '../stages/stage-badge.js';
import { countText, dayText, numberText, percentText } from '../time/words.js';

interface PackModelProps {
  readonly model: Schemas['BoardPackModel'];
  /** Since when it is told what rose and fell. */
  readonly from: string;
}

/** What a pack tells of one model: how many units stood where. */
export function PackModel({ model, from }: PackModelProps) {
  const { title, of, units, distribution, median, changes, meanScore, meanChecked } = model;
  const middle = distribution.find(({ stage }) => stage.ordinal === median)?.stage;
  return (
    <Card component="section" withBorder aria-label={title}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Group gap="xs">
          <Text size="sm">
            {countText(units, 'unit')}; {of > 0 ? 'in the middle' : 'on average'}:
          </Text>
          {middle && <StageBadge ordinal={middle.ordinal} of={of} name={middle.name} />}
          {meanScore !== undefined && meanScore !== null && (
            <Text size="sm">score {numberText(meanScore)}</Text>
          )}
          {meanChecked !== undefined && meanChecked !== null && (
            <Text size="sm">{percentText(meanChecked)} checked</Text>
          )}
        </Group>
        {units > 0 && distribution.length > 0 && (
          <Group gap={2} wrap="nowrap" role="img" aria-label={spoken(distribution, of)}>
            {distribution
              .filter((part) => part.units > 0)
              .map(({ stage, units: count }) => {
                const { fill, ink } = stageColours(stage.ordinal, of);
                return (
                  <div
                    key={stage.id}
                    style={{
                      flex: count,
                      background: fill,
                      color: ink,
                      border: '1px solid var(--stage-edge)',
                      textAlign: 'center',
                      fontSize: 12,
                      lineHeight: 2,
                      overflow: 'hidden',
                      minWidth: 18,
                    }}
                  >
                    {count}
                  </div>
                );
              })}
          </Group>
        )}
        {changes && (
          <Text size="sm" c="dimmed">
            Since {dayText(from)}: {numberText(changes.rose)} rose, {numberText(changes.fell)} fell
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function spoken(parts: PackModelProps['model']['distribution'], of: number): string {
  return parts
    .filter(({ units }) => units > 0)
    .map(({ stage, units }) => `${rankText(stage.ordinal, of)}: ${countText(units, 'unit')}`)
    .join(', ');
}
