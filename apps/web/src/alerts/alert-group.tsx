import { Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { UnitLink } from '../kit/unit-link.js';
import { countText, dayText, withDays } from '../time/words.js';
import type { Alert, Group as Alerts } from './groups.js';
import { RULE_TEXTS } from './search.js';
import { SeverityBadge } from './severity.js';

interface AlertGroupProps {
  readonly group: Alerts;
  readonly by: 'rule' | 'unit' | 'severity';
  readonly chosen: ReadonlySet<string>;
  /** Absent for those who may not decide. */
  readonly onChoose?: (ids: readonly string[], on: boolean) => void;
}

/** How many of a group are shown before one asks for all. */
const FOLDED = 5;

/** Alerts that belong together, each with what was found and who does something about it. */
export function AlertGroup({
  group: { key, title, alerts },
  by,
  chosen,
  onChoose,
}: AlertGroupProps) {
  const ids = alerts.map(({ id }) => id);
  const [all, setAll] = useState(false);
  const shown = all ? alerts : alerts.slice(0, FOLDED);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <Card component="section" withBorder padding="sm" aria-labelledby={`group-${key}`}>
      <Group gap="sm" mb="xs" wrap="nowrap">
        {onChoose && (
          <Checkbox
            aria-label={`Choose all: ${title}`}
            checked={count === ids.length}
            indeterminate={count > 0 && count < ids.length}
            onChange={({ currentTarget }) => onChoose(ids, currentTarget.checked)}
          />
        )}
        <Title order={2} size="h5" id={`group-${key}`}>
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {countText(alerts.length, 'alert')}
        </Text>
      </Group>
      <Stack gap={0}>
        {shown.map((alert) => (
          <Row
            key={alert.id}
            alert={alert}
            by={by}
            chosen={chosen.has(alert.id)}
            onChoose={onChoose && ((on) => onChoose([alert.id], on))}
          />
        ))}
      </Stack>
      {alerts.length > FOLDED && (
        <Button
          size="xs"
          mt="xs"
          variant="default"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `Show all ${alerts.length}`}
        </Button>
      )}
    </Card>
  );
}

interface RowProps {
  readonly alert: Alert;
  readonly by: 'rule' | 'unit' | 'severity';
  readonly chosen: boolean;
  readonly onChoose?: (on: boolean) => void;
}

function Row({ alert, by, chosen, onChoose }: RowProps) {
  const { unit, unitName, severity, rule, summary, openedAt } = alert;
  return (
    <Group
      gap="sm"
      wrap="nowrap"
      align="flex-start"
      py="xs"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      {onChoose && (
        <Checkbox
          mt={2}
          aria-label={`Choose: ${unitName}, ${withDays(summary)}`}
          checked={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
      )}
      <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
        <Group gap="xs">
          {by !== 'severity' && <SeverityBadge severity={severity} />}
          {by !== 'unit' && <UnitLink unit={unit} name={unitName} fw={600} />}
          {by !== 'rule' && (
            <Text size="sm" fw={600}>
              {RULE_TEXTS[rule]}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            since {dayText(openedAt)}
          </Text>
        </Group>
        <Text size="sm">{withDays(summary)}</Text>
        <Acted alert={alert} />
      </Stack>
    </Group>
  );
}

const DECIDED = {
  acknowledged: 'Acknowledged',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
} as const;

function Acted({
  alert: { assigned, decided, snoozedUntil, closedAt, state },
}: {
  readonly alert: Alert;
}) {
  const said = [
    assigned && `Assigned to ${assigned.to} by ${assigned.by} on ${dayText(assigned.at)}`,
    decided &&
      `${DECIDED[decided.act]} by ${decided.by} on ${dayText(decided.at)}${state === 'snoozed' && snoozedUntil ? `, until ${dayText(snoozedUntil)}` : ''}`,
    closedAt && `The cause was gone on ${dayText(closedAt)}`,
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {said.join(' · ')}
    </Text>
  );
}
