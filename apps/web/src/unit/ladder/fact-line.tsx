import { Anchor, Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { deedText } from '../../kit/event-words.js';
import { UnitLink } from '../../kit/unit-link.js';
import { dayOf, dayText, occurredText } from '../../time/words.js';
import { useUnit } from '../unit-context.js';
import { evidenceOf, type Fact, textOf } from './facts.js';

interface FactLineProps {
  readonly fact: Fact;
  /** What the milestone is called. */
  readonly title: string;
}

/** One fact in words: what, when, recorded when and by whom, from which unit, and what shows it. */
export function FactLine({ fact, title }: FactLineProps) {
  const { occurredAt, effectiveAt, recordedAt, actor } = fact;
  const note = textOf(fact, 'note') ?? textOf(fact, 'reason');
  const by = textOf(fact, 'by');
  const sameDay = dayOf(effectiveAt) === dayOf(recordedAt);
  return (
    <Text size="sm" component="div">
      <b>{title}</b> {deedText(fact)}
      {by && ` (${by} looked)`}, {occurredText(occurredAt)}
      <Text span size="sm" c="dimmed">
        {sameDay ? ', recorded by ' : `, recorded ${dayText(recordedAt)} by `}
        {actor}
      </Text>
      <Origin fact={fact} />
      {note && (
        <Text size="sm" c="dimmed" component="div">
          “{note}”
        </Text>
      )}
      <Evidence fact={fact} />
    </Text>
  );
}

/** From where a fact comes that was not recorded at the unit of the page itself. */
function Origin({ fact }: { readonly fact: Fact }) {
  const { unit, path } = useUnit();
  const carried = fact.data.carriedFrom as { readonly unit?: string } | undefined;
  if (carried?.unit) {
    return (
      <>
        , carried over from <UnitLink unit={carried.unit} size="sm" />
      </>
    );
  }
  if (fact.unit === null || fact.unit === unit) return null;
  const from = fact.unit;
  const name = path.find((above) => above.unit === from)?.name;
  return (
    <>
      , inherited from <UnitLink unit={from} {...(name ? { name } : {})} size="sm" />
    </>
  );
}

/** What shows a fact, as links that leave these pages. */
export function Evidence({ fact }: { readonly fact: Fact }) {
  const evidence = evidenceOf(fact);
  if (evidence.length === 0) return null;
  return (
    <Group gap="sm" mt={2}>
      {evidence.map(({ title, url }) => (
        <Anchor key={url} href={url} target="_blank" rel="noreferrer noopener" size="sm">
          {title}{' '}
          <IconExternalLink
            size={14}
            aria-label="(opens in a new tab)"
            style={{ verticalAlign: -2 }}
          />
        </Anchor>
      ))}
    </Group>
  );
}
