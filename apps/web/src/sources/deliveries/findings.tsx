import { List, Text } from '@mantine/core';
import type { Schemas } from '#lib/client';
import { forPeople } from '../../api/faults.js';
import { TextLink } from '../../kit/links.js';
import { UnitLink } from '../../kit/unit-link.js';
import { useTitles } from '../../models/catalogue.js';
import { countText, instantText, occurredText } from '../../time/words.js';

type Finding = Schemas['Finding'];

const KINDS: Readonly<Record<Finding['kind'], string>> = {
  ...{ achieved: 'achieved', lapsed: 'lapsed', assessed: 'assessed', target: 'wanted' },
};

const OUTCOMES: Readonly<Record<Finding['outcome'], string>> = {
  recorded: 'recorded',
  repeated: 'recorded before',
  nothing: 'the target stands there already',
  none: 'none of our units',
  unmatched: 'nobody has said which unit this is',
  rejected: 'refused',
  failed: 'failed',
};

/** Of an instant the day is enough, in UTC. */
const DAY_LENGTH = 10;

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** How many there are beside them. */
  readonly more?: number;
  /** Whether each says why. */
  readonly reasons?: boolean;
}

/** The facts that a delivery tells, each with its unit and what became of it. */
export function Findings({ findings, more = 0, reasons = false }: FindingsProps) {
  const titles = useTitles();
  if (findings.length === 0) return null;
  return (
    <List listStyleType="none" size="sm" spacing={2}>
      {findings.map((finding, index) => {
        const { rule, kind, milestone, occurredAt, external, unit, outcome, event } = finding;
        const became = finding.undoneAt
          ? `${OUTCOMES[outcome]}, taken back on ${instantText(finding.undoneAt)}`
          : OUTCOMES[outcome];
        return (
          // one delivery may tell the same fact twice
          <List.Item key={`${index} ${rule} ${milestone} ${external}`}>
            {titles.get(milestone) ?? milestone} {KINDS[kind]} on{' '}
            {occurredText(occurredAt.slice(0, DAY_LENGTH))} ·{' '}
            {unit ? <UnitLink unit={unit} size="sm" /> : `“${external}”`} ·{' '}
            {event && unit ? (
              <TextLink to="/log" search={{ unit, milestone }} size="sm" underline="always">
                {became}
              </TextLink>
            ) : (
              became
            )}
            {reasons && (
              <Text size="xs" c="dimmed">
                {[finding.reason && forPeople(finding.reason), `Rule ${rule}.`]
                  .filter(Boolean)
                  .join(' ')}
              </Text>
            )}
          </List.Item>
        );
      })}
      {more > 0 && <List.Item>and {countText(more, 'other', 'others')}</List.Item>}
    </List>
  );
}
