import { Group, Paper, Text } from '@mantine/core';
import { TextLink } from '../../kit/links.js';
import type { Model } from '../../models/catalogue.js';
import { StageBadge } from '../../stages/stage-badge.js';
import { countText } from '../../time/words.js';
import type { Standing } from './criteria.js';
import classes from './ladder.module.css';

interface ModelStripProps {
  readonly standings: readonly Standing[];
  readonly models: ReadonlyMap<string, Model>;
  /** The id of the program's headline model. */
  readonly headline: string | null;
}

/** Where the unit stands in each model, at a glance; each leads to its ladder. */
export function ModelStrip({ standings, models, headline }: ModelStripProps) {
  return (
    <nav aria-label="Models of this unit">
      <ul className={classes.models}>
        {standings.map((standing) => {
          const { model, stage, ahead } = standing;
          const whole = models.get(model);
          return (
            <Paper component="li" key={model} withBorder px="sm" py={8}>
              <TextLink
                to="."
                hash={model}
                search={true}
                size="sm"
                fw={model === headline ? 650 : 500}
                lineClamp={1}
              >
                {whole?.title ?? model}
              </TextLink>
              <Group gap={8} mt={6}>
                {stage ? (
                  <StageBadge
                    ordinal={stage.ordinal}
                    of={whole?.stages.length ?? stage.ordinal}
                    name={stage.name}
                  />
                ) : (
                  <Text size="sm">{unstagedText(standing)}</Text>
                )}
              </Group>
              <Text size="xs" c="dimmed" mt={4}>
                {ahead.length > 0 ? 'Ahead, but blocked' : nextText(standing)}
              </Text>
            </Paper>
          );
        })}
      </ul>
    </nav>
  );
}

function unstagedText({ checked, total, score }: Standing): string {
  if (checked !== undefined) return `${checked} of ${total ?? checked} checked`;
  return typeof score === 'number' ? `Score ${score}` : 'No score';
}

function nextText({ next, checked, total = 0 }: Standing): string {
  if (checked !== undefined && checked < total)
    return `${countText(total - checked, 'point')} left`;
  if (!next) return 'Nothing further is asked';
  const { stillNeeded, name } = next;
  if (stillNeeded === undefined) return `Next: ${name}`;
  return `${countText(stillNeeded, 'criterion', 'criteria')} to ${name}`;
}
