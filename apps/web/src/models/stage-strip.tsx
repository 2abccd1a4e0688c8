import { Box, Group, Text } from '@mantine/core';
import { stageColours } from '../stages/scale.js';
import type { Model } from './catalogue.js';
import classes from './models.module.css';

/** The stages of a model as steps that rise; for a checklist, how much it asks. */
export function StageStrip({ model }: { readonly model: Model }) {
  const { stages, items = [], dimensions } = model;
  const of = stages.length;
  if (of === 0) return <Text size="sm">{items.length} points to check</Text>;
  return (
    <>
      <ol className={classes.strip} aria-label="Stages, from the first to the last">
        {stages.map(({ ordinal, id, name, inferred }) => {
          const { fill, ink } = stageColours(ordinal, of);
          return (
            <Box
              component="li"
              key={id}
              className={classes.step}
              style={{ background: fill, color: ink }}
            >
              <span className={classes.rank}>{ordinal}</span>
              <span>
                {name}
                {inferred ? '*' : ''}
              </span>
            </Box>
          );
        })}
      </ol>
      <Group gap="md">
        {stages.some(({ inferred }) => inferred) && (
          <Text size="xs" c="dimmed">
            * named by us; its authors do not
          </Text>
        )}
        {dimensions.length > 0 && (
          <Text size="xs" c="dimmed">
            Dimensions: {dimensions.map(({ name }) => name).join(', ')}
          </Text>
        )}
      </Group>
    </>
  );
}
