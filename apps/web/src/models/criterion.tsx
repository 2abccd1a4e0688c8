import { Group, Text } from '@mantine/core';
import { numberText } from '../time/words.js';
import type { Model } from './catalogue.js';
import { InferredMark, KeyMoveMark, SupportingMark } from './model-marks.js';
import classes from './models.module.css';
import type { Titles } from '../kit/event-words.js';
import { whenText } from './when-words.js';

/** What is asked, wherever it stands: at a stage, at a level, on a list or as a point of a score. */
interface Criterion
  extends Pick<
    Model['stages'][number]['criteria'][number],
    'id' | 'says' | 'when' | 'keyMove' | 'supporting' | 'inferred'
  > {
  /** Of a point of a score; 1 says nothing. */
  readonly weight?: number;
}

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
  criterion: { says, when, keyMove, supporting, inferred, weight = 1 },
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
        {weight === 1 ? '' : `, weight ${numberText(weight)}`}
      </Text>
    </li>
  );
}
