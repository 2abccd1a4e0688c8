import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Severity, SEVERITY_ICONS } from '../alerts/severity.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { dayText, numberText, withDays } from '../time/words.js';
import './alerts-summary.css';

const COUNTED: Readonly<Record<Severity, string>> = {
  critical: 'critical',
  warning: 'warnings',
  info: 'for information',
};

const NAMED = 6;

/** What needs a person now: open alerts by severity, the gravest by name. */
export function OpenAlerts({ unit }: { readonly unit: string }): ReactElement {
  const summary = api.useQuery('get', '/api/v1/alerts/summary', {
    params: { query: { under: unit } },
  });
  return (
    <Card component="section" id="alerts" withBorder padding="md" aria-labelledby="alerts-title">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" id="alerts-title">
            What needs a person now
          </Title>
          <TextLink to="/alerts" search={{ under: unit }} size="sm">
            All alerts
          </TextLink>
        </Group>
        <QueryView query={summary} height={180}>
          {({ severities, states }) =>
            states.open + states.acknowledged === 0 ? (
              <Empty title="No alert is open">
                Alerts come up by themselves, when a sponsor leaves or a stage is lost.
              </Empty>
            ) : (
              <>
                <div className="alert-counts">
                  {severities.map(({ severity, states: { open, acknowledged } }) => (
                    <TextLink
                      key={severity}
                      to="/alerts"
                      search={{ under: unit, severity }}
                      className="alert-count"
                      data-severity={open > 0 ? severity : 'none'}
                      underline="never"
                    >
                      <Group gap={6} wrap="nowrap">
                        <SeverityIcon severity={severity} />
                        <Text span fz={26} fw={650} lh={1.1}>
                          {numberText(open)}
                        </Text>
                      </Group>
                      <Text span size="sm" td="underline">
                        {COUNTED[severity]}
                      </Text>
                      {acknowledged > 0 && (
                        <Text span size="xs">
                          {numberText(acknowledged)} more in hand
                        </Text>
                      )}
                    </TextLink>
                  ))}
                </div>
                <Critical unit={unit} />
              </>
            )
          }
        </QueryView>
      </Stack>
    </Card>
  );
}

function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = SEVERITY_ICONS[severity];
  return <Icon size={20} aria-hidden />;
}

function Critical({ unit }: { readonly unit: string }) {
  const query = api.useQuery('get', '/api/v1/alerts', {
    params: { query: { under: unit, severity: 'critical', state: 'open', limit: NAMED } },
  });
  return (
    <QueryView query={query} height={100}>
      {({ items, next }) =>
        items.length === 0 ? null : (
          <Stack
            component="ul"
            gap={8}
            m={0}
            p={0}
            className="alert-list"
            aria-label="The critical ones"
          >
            {items.map(({ id, unit: at, unitName, summary, openedAt }) => (
              <li key={id}>
                <Text size="sm" component="div">
                  <UnitLink unit={at} name={unitName} fw={600} /> · {withDays(summary)}{' '}
                  <Text span size="sm" c="dimmed">
                    Open since {dayText(openedAt)}.
                  </Text>
                </Text>
              </li>
            ))}
            {next && (
              <li>
                <TextLink to="/alerts" search={{ under: unit, severity: 'critical' }} size="sm">
                  More that are critical
                </TextLink>
              </li>
            )}
          </Stack>
        )
      }
    </QueryView>
  );
}
