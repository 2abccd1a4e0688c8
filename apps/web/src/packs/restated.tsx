import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';
import { reasonWords } from '../kit/event-words.js';
import { TextLink } from '../kit/links.js';
import { TableFrame } from '../kit/table-frame.js';
import { useTitles } from '../models/catalogue.js';
import { rankText } from '../stages/scale.js';
import {
  countText,
  dayText,
  instantText,
  numberText,
  occurredText,
  percentText,
} from '../time/words.js';

type Restatement = Schemas['BoardPackRestated'];
type Figure = Restatement['figures'][number];
type Printed = Schemas['BoardPack']['figures'];

interface RestatedProps {
  readonly restated: Restatement;
  /** Those of the pack it stands in: they name models and units. */
  readonly figures: Printed;
}

/** What of the last pack would read differently by now, for its own date, and by which facts. */
export function Restated({ restated, figures: printed }: RestatedProps) {
  const { since, models, figures, unexplained } = restated;
  const last = (
    <TextLink to="/board-packs/$pack" params={{ pack: since.id }}>
      the last pack of {instantText(since.madeAt)}
    </TextLink>
  );
  if (figures.length === 0) {
    return (
      <Alert color="teal" title="Restated since the last pack: nothing">
        Every figure of {last} would read the same by now.
      </Alert>
    );
  }
  return (
    <Alert color="orange" icon={<IconHistory />} title="Restated since the last pack">
      <Stack gap="xs">
        <Text size="sm">
          {countText(figures.length, 'figure')} of {last} would read differently by now, for the
          same day ({dayText(since.asOf)}).
        </Text>
        {models.map(({ model, title, was, is }) => (
          <Text size="sm" key={model}>
            {title}: version {was} then, version {is} now.
          </Text>
        ))}
        <TableFrame minWidth={640}>
          <Table fz="sm" aria-label="Figures that are restated">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Figure</Table.Th>
                <Table.Th>Known then</Table.Th>
                <Table.Th>Known now</Table.Th>
                <Table.Th>By these facts</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {figures.map((figure) => (
                <Row key={keyOf(figure)} figure={figure} printed={printed} />
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
        {unexplained > 0 && (
          <Title order={3} size="h6">
            The facts of {countText(unexplained, 'further unit')} were not looked for.
          </Title>
        )}
      </Stack>
    </Alert>
  );
}

const keyOf = ({ figure, unit, model, stage, target }: Figure) =>
  [figure, unit, model, stage?.id, target].join(' ');

const FIGURE_TEXTS: Readonly<Record<Figure['figure'], string>> = {
  below: 'units in the subtree',
  units: 'units that follow the model',
  stage: 'units at',
  median: 'the middle',
  own: 'its own stage',
  'from-children': 'as read from its children',
  'mean-score': 'mean score',
  'mean-checked': 'mean share checked',
  rose: 'units that rose',
  fell: 'units that fell',
  target: 'target',
};

function Row({ figure: row, printed }: { readonly figure: Figure; readonly printed: Printed }) {
  const { figure, name, model, stage, title, was, is, facts } = row;
  const titles = useTitles();
  const read = printed.models.find((one) => one.model === model);
  // a target's title says its model
  const about = [name, figure === 'target' ? undefined : (read?.title ?? model)];
  return (
    <Table.Tr>
      <Table.Td>
        {about.filter(Boolean).join(', ')}: {FIGURE_TEXTS[figure]} {stage?.name ?? ''}
        {title ?? ''}
      </Table.Td>
      <Table.Td>{toldText(was, row, read?.of ?? 0)}</Table.Td>
      <Table.Td>{toldText(is, row, read?.of ?? 0)}</Table.Td>
      <Table.Td>
        <List size="sm">
          {facts.map((fact) => {
            const { what, became } = reasonWords(fact, titles);
            return (
              <List.Item key={fact.event}>
                {fact.unit ? `${printed.names.units[fact.unit] ?? fact.unit}: ` : ''}
                {what} {became}, {occurredText(fact.occurredAt)}
              </List.Item>
            );
          })}
        </List>
      </Table.Td>
    </Table.Tr>
  );
}

function toldText(told: Figure['was'], { figure }: Figure, of: number): string {
  if (told === null) return figure === 'target' ? 'not reached' : 'none';
  if (typeof told === 'string') return `reached ${dayText(told)}`;
  if (typeof told === 'number') {
    return figure === 'mean-checked' ? percentText(told) : numberText(told);
  }
  const rank = rankText(told.ordinal, of);
  return told.ordinal > 0 ? `${rank}, ${told.name}` : rank;
}
