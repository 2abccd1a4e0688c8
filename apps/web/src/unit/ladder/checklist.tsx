import { Group, Progress, Stack, Text } from '@mantine/core';
import { numberText } from '../../time/words.js';
import { criterionOf } from './criteria.js';
import { CriterionRow } from './criterion-row.js';
import classes from './ladder.module.css';
import type { PolicyProps } from './policy-props.js';

/** A list of points to check: how many are, and each. */
export function Checklist({ model, given, titles, asOf }: PolicyProps) {
  const { checked = 0, total = 0 } = given.standing;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Text fw={600}>
          {numberText(checked)} of {numberText(total)} checked
        </Text>
        <Progress value={total === 0 ? 0 : (100 * checked) / total} w={160} size="lg" aria-hidden />
      </Group>
      <ul className={classes.criteria}>
        {(model.items ?? []).map((item) => (
          <CriterionRow
            key={item.id}
            criterion={criterionOf(item, given)}
            titles={titles}
            asOf={asOf}
          />
        ))}
      </ul>
    </Stack>
  );
}
