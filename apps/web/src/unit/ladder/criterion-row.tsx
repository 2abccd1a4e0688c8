import { Group, Stack, Text } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import { InferredMark, KeyMoveMark, SupportingMark } from '../../models/model-marks.js';
import type { Titles } from '../../kit/event-words.js';
import { whenText } from '../../models/when-words.js';
import { countText, dayText, daysBetween, numberText } from '../../time/words.js';
import type { Criterion } from './criteria.js';
import { CriterionActions } from './criterion-actions.js';
import { FactLine } from './fact-line.js';
import classes from './ladder.module.css';
import { isMet } from './rungs.js';
import { StateMark } from './state-mark.js';

interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly titles: Titles;
  /** The instant that the page speaks of. */
  readonly asOf: string;
}

/** One thing a model asks: how it stands with it, why, and what can be done. */
export function CriterionRow({ criterion, titles, asOf }: CriterionRowProps) {
  const { says, keyMove, supporting, inferred, facts, elsewhere, worth } = criterion;
  return (
    <li className={classes.criterion}>
      <StateMark state={criterion.state} />
      <Stack gap={4} style={{ minWidth: 0 }}>
        <Group gap={8}>
          <Text className={keyMove ? classes.key : ''}>{says}</Text>
          {keyMove && <KeyMoveMark />}
          {supporting && <SupportingMark />}
          {inferred && <InferredMark />}
          {worth !== undefined && (
            <Text size="sm" c="dimmed">
              worth {numberText(worth)} of 1 so far
            </Text>
          )}
        </Group>
        {facts.map((fact) => (
          <FactLine
            key={fact.id}
            fact={fact}
            title={titles.get(String(fact.data.milestone)) ?? String(fact.data.milestone)}
          />
        ))}
        {elsewhere > 0 && (
          <Text size="sm">Shown by {countText(elsewhere, 'fact')} of other units.</Text>
        )}
        {isMet(criterion) ? (
          <Until criterion={criterion} asOf={asOf} />
        ) : (
          criterion.state !== 'not-applicable' && (
            <Text size="sm" c="dimmed">
              Met by: {askedText(criterion, titles)}
            </Text>
          )
        )}
      </Stack>
      <CriterionActions criterion={criterion} titles={titles} />
    </li>
  );
}

function askedText({ when, milestones }: Criterion, titles: Titles): string {
  if (when !== undefined) return whenText(when, titles);
  return milestones.map((key) => titles.get(key) ?? key).join(', ');
}

const SOON_DAYS = 120;

/** Until when it stays met, where that is known. */
function Until({
  criterion: { met, state },
  asOf,
}: {
  readonly criterion: Criterion;
  readonly asOf: string;
}) {
  if (!met?.until) return null;
  const soon = daysBetween(asOf, met.until) < SOON_DAYS;
  // a waiver ends with its last day, so that the instant of its end is the next one's first
  const last = new Date(Date.parse(met.until) - 1).toISOString();
  const text = state === 'waived' ? `to the end of ${dayText(last)}` : dayText(met.until);
  return (
    <Group gap={4} wrap="nowrap" c={soon ? 'var(--waymark-soon)' : 'dimmed'}>
      {soon && <IconAlarm size={16} aria-hidden style={{ flex: 'none' }} />}
      <Text size="sm" fw={soon ? 600 : 400}>
        {state === 'waived' ? `Waived ${text}` : `Valid until ${text}`}
      </Text>
    </Group>
  );
}
