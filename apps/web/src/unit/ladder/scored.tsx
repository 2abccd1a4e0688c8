import { Accordion, Group, Stack, Text } from '@mantine/core';
import { numberText } from '../../time/words.js';
import { criterionOf } from './criteria.js';
import { CriterionRow } from './criterion-row.js';
import classes from './ladder.module.css';
import type { PolicyProps } from './policy-props.js';
import { type ScoredGroup, scoredGroups } from './rungs.js';

/** A score out of weighted points: the whole, each group, and each point. */
export function Scored({ model, given, titles, asOf }: PolicyProps) {
  const { score, next } = given.standing;
  const scores = new Map(given.standing.groups?.map((group) => [group.path, group.score]));
  const groups = scoredGroups(model).flatMap(withBelow);
  return (
    <Stack gap="sm">
      <Text fw={600}>
        {typeof score === 'number'
          ? `Score ${numberText(score)}`
          : 'No score: nothing applies here'}
        {next && (
          <Text span c="dimmed">
            , {numberText(Math.round(next.progress * 100))} % of the way to {next.name}
          </Text>
        )}
      </Text>
      <Accordion multiple variant="contained" order={3} defaultValue={[]}>
        {groups.map(({ path, name, weight, items }) => (
          <Accordion.Item key={path} value={path} pl={12 * (path.split('/').length - 1)}>
            <Accordion.Control>
              <Group justify="space-between" pe="sm">
                <Text fw={550}>{name}</Text>
                <Text size="sm">
                  {scores.has(path) ? `score ${numberText(scores.get(path) ?? 0)}` : 'left out'}
                  {`, weight ${numberText(weight)}`}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              {items.length === 0 && <Text size="sm">Its groups follow.</Text>}
              <ul className={classes.criteria}>
                {items.map((item) => (
                  <CriterionRow
                    key={item.id}
                    criterion={criterionOf(item, given)}
                    titles={titles}
                    asOf={asOf}
                  />
                ))}
              </ul>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

const withBelow = (group: ScoredGroup): readonly ScoredGroup[] => [
  group,
  ...group.groups.flatMap(withBelow),
];
