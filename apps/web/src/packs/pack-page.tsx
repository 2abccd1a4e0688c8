import {
  Alert,
  Badge,
  Card,
  Group,
  List,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { type Severity, SeverityBadge } from '../alerts/severity.js';
import { api } from '../api/client.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { TableFrame } from '../kit/table-frame.js';
import { UnitLink } from '../kit/unit-link.js';
import { slipText, STATUS_TEXTS } from '../roadmap/status-words.js';
import {
  countText,
  dayText,
  instantText,
  numberText,
  occurredText,
  withDays,
} from '../time/words.js';
import { PackFiles } from './pack-files.js';
import { PackModel } from './pack-model.js';
import { Restated } from './restated.js';

type Pack = Schemas['BoardPack'];

/** One board pack, as it was printed. */
export function PackPage(): ReactElement {
  const { pack: id } = useParams({ from: '/board-packs/$pack' });
  const query = api.useQuery('get', '/api/v1/board-packs/{id}', { params: { path: { id } } });
  return (
    <QueryView query={query} height={640}>
      {(pack) => <WholePack pack={pack} />}
    </QueryView>
  );
}

function WholePack({ pack }: { readonly pack: Pack }) {
  const { id, title, unit, asOf, knownAt, madeAt, author, text, restated, figures, erased } = pack;
  return (
    <Page
      title={title ?? 'A board pack'}
      above={
        <TextLink to="/board-packs" size="sm">
          Board packs
        </TextLink>
      }
      lead={
        <>
          <UnitLink unit={unit} name={figures.unit} />, as of {instantText(asOf)}, as known{' '}
          {instantText(knownAt)}; made {instantText(madeAt)}
          {erased ? '' : ` by ${author.name}`}
        </>
      }
      actions={<PackFiles id={id} />}
    >
      <Stack maw={1040}>
        {restated && <Restated restated={restated} figures={figures} />}
        {erased && (
          <Alert color="gray" title="The words of its author were erased">
            The figures stand as they were printed.
          </Alert>
        )}
        {text && (
          <Card withBorder>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
          </Card>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {figures.models.map((model) => (
            <PackModel key={model.model} model={model} from={figures.changes.from} />
          ))}
        </SimpleGrid>
        <Blockers figures={figures} />
        <Roadmap figures={figures} />
        <Alerts figures={figures} />
      </Stack>
    </Page>
  );
}

type Figures = Pack['figures'];

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Card component="section" withBorder>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function Blockers({ figures: { blockers } }: { readonly figures: Figures }) {
  if (!blockers || blockers.items.length === 0) return null;
  return (
    <Section title="What holds most units back">
      <List>
        {blockers.items.slice(0, 5).map(({ milestone, title, units }) => (
          <List.Item key={milestone}>
            <strong>{title}</strong>: {countText(units, 'unit')}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Roadmap({ figures: { roadmap } }: { readonly figures: Figures }) {
  if (roadmap.items.length === 0) return null;
  return (
    <Section title="Roadmap">
      <TableFrame minWidth={560}>
        <Table fz="sm" aria-label="Targets">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Unit</Table.Th>
              <Table.Th>Wanted</Table.Th>
              <Table.Th>Due</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {roadmap.items.map(({ unit, name, target, title, due, status, slipDays }) => (
              <Table.Tr key={`${unit} ${target}`}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{title}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {due ? occurredText(due) : 'Without a date'}
                </Table.Td>
                <Table.Td>
                  {STATUS_TEXTS[status]}
                  {slipText(slipDays) && `, ${slipText(slipDays)}`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
    </Section>
  );
}

/** The gravest first. */
const SEVERITIES = ['critical', 'warning', 'info'] as const;

function severityCount(severity: Severity, count: number): string {
  if (severity === 'warning') return countText(count, 'warning');
  return `${numberText(count)} ${severity === 'info' ? 'for information' : severity}`;
}

function Alerts({ figures: { alerts } }: { readonly figures: Figures }) {
  const counts = SEVERITIES.filter((severity) => (alerts.bySeverity[severity] ?? 0) > 0);
  if (counts.length === 0) return null;
  return (
    <Section title={`Alerts that were open on ${dayText(alerts.at)}`}>
      <Stack gap="xs">
        <Group gap="xs">
          {counts.map((severity) => (
            <Badge key={severity} tt="none" variant="outline" color="gray">
              {severityCount(severity, alerts.bySeverity[severity] ?? 0)}
            </Badge>
          ))}
        </Group>
        {alerts.items.slice(0, 10).map(({ id, severity, name, summary }) => (
          <Group key={id} gap="xs" wrap="nowrap" align="flex-start">
            <div style={{ flex: 'none' }}>
              <SeverityBadge severity={severity} />
            </div>
            <Text size="sm">
              <strong>{name}</strong>: {withDays(summary)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
