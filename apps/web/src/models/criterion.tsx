import { Group, Text } from '@mantine/core';
import type { Model } from './catalogue.js';
import { InferredMark, KeyMoveMark, SupportingMark } from './model-marks.js';
import classes from './models.module.css';
import type { Titles } from '../kit/event-words.js';
import { whenText } from './when-words.js';

export type Criterion = Model['stages'][number]['criteria'][number];

/** What a stage, level or list asks, one by one. */
export function Criteria({
  criteria,
  titles,
}: {
  readonly criteria: readonly Criterion[];
  readonly titles: Titles;
}) {
  return (
    <ul className={classes.criteria}>
      {criteria.map((criterion) => (
        <OneCriterion key={criterion.id} criterion={criterion} titles={titles} />
      ))}
    </ul>
  );
}

function OneCriterion({
  criterion: { says, when, keyMove, supporting, inferred },
  titles,
}: {
  readonly criterion: Criterion;
  readonly titles: Titles;
}) {
  return (
    <li className={`${classes.criterion} ${keyMove ? classes.key : ''}`}>
      <Group gap="xs" wrap="wrap">
        <Text>{says}</Text>
        {keyMove && <KeyMoveMark />}
        {supporting && <SupportingMark />}
        {inferred && <InferredMark />}
      </Group>
      <Text size="sm" c="dimmed">
        Asks: {whenText(when, titles)}
      </Text>
    </li>
  );
}
