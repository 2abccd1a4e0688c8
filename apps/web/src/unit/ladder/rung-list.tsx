import { Accordion, Stack, Text } from '@mantine/core';
import type { Titles } from '../../kit/event-words.js';
import { stageColours } from '../../stages/scale.js';
import { countText } from '../../time/words.js';
import { CriterionRow } from './criterion-row.js';
import classes from './ladder.module.css';
import { RungPlace } from './rung-place.js';
import type { Rung } from './rungs.js';

interface RungListProps {
  /** From the lowest up; shown from the highest down, as a ladder is looked at. */
  readonly rungs: readonly Rung[];
  readonly titles: Titles;
  /** The instant that the page speaks of. */
  readonly asOf: string;
  /** Since when the unit stands where it stands. */
  readonly since: string | undefined;
  /** 3 where the rungs stand right below a model's heading, 4 below a dimension's. */
  readonly order: 3 | 4;
}

/** Stages or levels as a ladder; each opens to what it asks. */
export function RungList({ rungs, titles, asOf, since, order }: RungListProps) {
  const opened = rungs.filter(({ place }) => place === 'next' || place === 'ahead');
  const first = opened.length > 0 ? opened : rungs.filter(({ place }) => place === 'here');
  return (
    <Accordion
      multiple
      variant="contained"
      order={order}
      chevronPosition="right"
      defaultValue={first.map(({ id }) => id)}
    >
      {rungs.toReversed().map((rung) => (
        <Accordion.Item
          key={rung.id}
          value={rung.id}
          className={classes.rung}
          data-place={rung.place}
        >
          <Accordion.Control>
            <RungHead rung={rung} of={rungs.length} since={since} />
          </Accordion.Control>
          <Accordion.Panel>
            <RungBody rung={rung} titles={titles} asOf={asOf} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

interface RungHeadProps {
  readonly rung: Rung;
  readonly of: number;
  readonly since: string | undefined;
}

function RungHead({ rung, of, since }: RungHeadProps) {
  const { ordinal, name, inferred, place } = rung;
  const reached = place === 'held' || place === 'here';
  const { fill, ink } = stageColours(ordinal, of);
  return (
    <div className={classes.control}>
      <span
        className={classes.step}
        data-reached={reached}
        style={reached ? { background: fill, color: ink } : undefined}
      >
        {ordinal}
      </span>
      <Text fw={place === 'here' ? 700 : 550}>
        {name}
        {inferred && (
          <Text span size="sm" c="dimmed">
            {' '}
            (named by us)
          </Text>
        )}
      </Text>
      <RungPlace rung={rung} since={since} />
    </div>
  );
}

interface RungBodyProps {
  readonly rung: Rung;
  readonly titles: Titles;
  readonly asOf: string;
}

function RungBody({ rung, titles, asOf }: RungBodyProps) {
  const { summary, criteria, counted } = rung;
  return (
    <Stack gap="xs">
      {summary && (
        <Text size="sm" c="dimmed">
          {summary}
        </Text>
      )}
      {criteria.length === 0 && <Text size="sm">Nothing is asked: every unit stands here.</Text>}
      {counted.enough < counted.asked && (
        <Text size="sm">{countText(counted.enough, 'of these is', 'of these are')} enough.</Text>
      )}
      <ul className={classes.criteria}>
        {criteria.map((criterion) => (
          <CriterionRow key={criterion.id} criterion={criterion} titles={titles} asOf={asOf} />
        ))}
      </ul>
    </Stack>
  );
}
