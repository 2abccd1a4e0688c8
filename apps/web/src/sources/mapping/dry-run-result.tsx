import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { Schemas } from '#lib/client';
import { countText, numberText } from '../../time/words.js';
import { FactTable } from './fact-table.js';
import classes from './mapping.module.css';
import { StandingMoves } from './standing-moves.js';

interface DryRunResultProps {
  readonly result: Schemas['DryRun'];
  /** The rules were changed since. */
  readonly outdated: boolean;
  /** One delivery was read, not a period. */
  readonly isOne: boolean;
}

const NAMES_SHOWN = 20;

/** What deliveries would record, down to the standings. */
export function DryRunResult({ result, outdated, isOne }: DryRunResultProps): ReactElement {
  const { read, telling, more, facts, unmatched, reasons, standings } = result;
  const of = (outcome: string) => facts.filter((fact) => fact.outcome === outcome).length;
  const there = of('repeated') + of('nothing');
  return (
    <Stack role="region" aria-label="What it would record">
      <Text size="sm" role="status" fw={500}>
        {summaryOf(result, isOne)}
      </Text>
      {outdated && (
        <Alert color="orange" icon={<IconInfoCircle />} p="xs">
          The rules were changed since. Run it again to see what they would record now.
        </Alert>
      )}
      {read > 0 && !isOne && (
        <dl className={classes.figures}>
          <Figure value={of('recorded')} text="facts would be recorded" />
          <Figure value={there} text="stand in the log already" />
          <Figure value={of('rejected')} text="would be refused" />
          <Figure value={unmatched.length} text="names wait for a unit" />
          <Figure value={read - telling} text="deliveries tell nothing" />
        </dl>
      )}
      {more && (
        <Text size="sm">
          There are more than are read at once. Choose a shorter period to see the rest.
        </Text>
      )}
      {read > 0 && (
        <StandingMoves differences={standings} none="None: every unit stays at its stage." />
      )}
      <FactTable facts={facts} />
      {unmatched.length > 0 && (
        <Listed title="Nobody has said yet which unit is meant by">
          {unmatched.slice(0, NAMES_SHOWN).join(' · ')}
          {unmatched.length > NAMES_SHOWN &&
            ` · and ${numberText(unmatched.length - NAMES_SHOWN)} more`}
        </Listed>
      )}
      {reasons.length > 0 && (
        <Listed title="Why nothing was found, or not all">
          <List size="sm" spacing={2}>
            {reasons.map(({ reason, deliveries }) => (
              <List.Item key={reason}>
                {reason}
                {!isOne && ` (${countText(deliveries, 'delivery', 'deliveries')})`}
              </List.Item>
            ))}
          </List>
        </Listed>
      )}
    </Stack>
  );
}

function summaryOf(result: Schemas['DryRun'], isOne: boolean): string {
  const { read, telling, facts, unmatched } = result;
  if (read === 0) return 'Nothing came from this tool in that period.';
  if (!isOne) {
    const tell = telling === 1 ? 'tells' : 'tell';
    return `${countText(read, 'delivery', 'deliveries')} read; ${numberText(telling)} of them ${tell} something.`;
  }
  if (facts.length > 0) return `It tells ${countText(facts.length, 'fact')}.`;
  return unmatched.length > 0
    ? 'It tells something about a unit that nobody has named yet.'
    : 'It tells nothing.';
}

const Figure = ({ value, text }: { readonly value: number; readonly text: string }) => (
  <div>
    <dt>{text}</dt>
    <dd>{numberText(value)}</dd>
  </div>
);

function Listed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Title order={4} size="h6" mb={4}>
        {title}
      </Title>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}
