import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Titles } from '../kit/event-words.js';
import { numberText } from '../time/words.js';
import type { Model } from './catalogue.js';
import { Criteria } from './criterion.js';
import { InferredMark } from './model-marks.js';
import classes from './models.module.css';
import { type Combine, type ScoredGroup, scoredGroups } from './scored-groups.js';

const COMBINE_TEXTS: Record<Combine, string> = {
  mean: 'the mean of',
  sum: 'the sum of',
  lowest: 'the lowest of',
  highest: 'the highest of',
};

/** The groups of a `scored` model: what each asks, and how its score is made. */
export function ScoredCards({ model, titles }: { readonly model: Model; readonly titles: Titles }) {
  const groups = scoredGroups(model);
  if (groups.length === 0) return null;
  return (
    <>
      <Text>
        The score is {COMBINE_TEXTS[(model.combine ?? 'mean') as Combine]} its {groups.length}{' '}
        groups. A point counts as far as its milestone is held, 0 to 1.
      </Text>
      {groups.map((group) => (
        <Card key={group.path} component="section" withBorder>
          <OneGroup group={group} titles={titles} order={2} />
        </Card>
      ))}
    </>
  );
}

function OneGroup({
  group: { name, weight, combine, inferred, groups, items },
  titles,
  order,
}: {
  readonly group: ScoredGroup;
  readonly titles: Titles;
  readonly order: 2 | 3 | 4;
}) {
  const parts = groups.length > 0 ? `${groups.length} groups` : `${items.length} points`;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Title order={order} size={order === 2 ? 'h4' : 'h5'}>
          {name}
        </Title>
        {inferred && <InferredMark />}
        <Text size="sm" c="dimmed">
          {COMBINE_TEXTS[combine]} its {parts}
          {weight === 1 ? '' : `, weight ${numberText(weight)}`}
        </Text>
      </Group>
      {items.length > 0 && <Criteria criteria={items} titles={titles} />}
      {groups.map((one) => (
        <div key={one.path} className={classes.within}>
          <OneGroup group={one} titles={titles} order={order === 2 ? 3 : 4} />
        </div>
      ))}
    </Stack>
  );
}
