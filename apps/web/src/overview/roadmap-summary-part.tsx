import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { StatusMark } from '../roadmap/status-mark.js';
import { ShareProgress } from '../roadmap/share-progress.js';
import { byText, STATUS_TEXTS, STATUSES } from '../roadmap/status-words.js';
import { useMoment } from '../time/moment.js';
import { countText, daysText, numberText } from '../time/words.js';
import './roadmap-summary.css';

type Answer = Schemas['SubtreeRoadmap'];

/** How many shares are told of: the gravest, of those that are due first. */
const SHARES = 4;
const ASKED = 50;

/** How the roadmap of a subtree stands: shares with their progress, what is late, what comes next. */
export function RoadmapSummary({ unit }: { readonly unit: string }): ReactElement {
  const query = api.useQuery(
    'get',
    '/api/v1/rollups/{unit}/roadmap',
    { params: { path: { unit }, query: { ...useMoment(), goal: 'share', limit: ASKED } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Card component="section" id="roadmap" withBorder padding="md" aria-labelledby="roadmap-title">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" id="roadmap-title">
            How the roadmap stands
          </Title>
          <TextLink to="/roadmap/$unit" params={{ unit }} size="sm">
            The whole roadmap
          </TextLink>
        </Group>
        <QueryView query={query} height={280}>
          {(answer) => <Summed unit={unit} answer={answer} />}
        </QueryView>
      </Stack>
    </Card>
  );
}

function Summed({ unit, answer }: { readonly unit: string; readonly answer: Answer }) {
  const { summary, items, asOf } = answer;
  const shares = items
    .toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))
    .slice(0, SHARES);
  if (summary.targets === 0) {
    return (
      <Empty title="Nothing is planned yet">
        Set a first target on the{' '}
        <TextLink to="/roadmap/$unit" params={{ unit }}>
          roadmap
        </TextLink>
        .
      </Empty>
    );
  }
  return (
    <>
      <div className="status-counts">
        {STATUSES.map((status) => (
          <TextLink
            key={status}
            to="/roadmap/$unit"
            params={{ unit }}
            search={{ status }}
            className="status-count"
            underline="never"
          >
            <Text span fz={22} fw={650} lh={1.1}>
              {numberText(summary.byStatus[status])}
            </Text>
            <Group gap={4} wrap="nowrap">
              <StatusMark status={status} />
              <Text span size="sm" td="underline">
                {STATUS_TEXTS[status]}
              </Text>
            </Group>
          </TextLink>
        ))}
      </div>
      {shares.map((item) => (
        <ShareProgress key={`${item.unit} ${item.target}`} target={item} asOf={asOf} />
      ))}
      <Coming summary={summary} />
    </>
  );
}

function Coming({ summary: { nextDue, mostSlipped, moves } }: Pick<Answer, 'summary'>) {
  const [slipped] = mostSlipped;
  return (
    <Stack gap={4}>
      {nextDue && (
        <Text size="sm" component="div">
          <strong>Next due:</strong> {nextDue.title}, <UnitLink unit={nextDue.unit} />,{' '}
          {byText(nextDue.due)}
        </Text>
      )}
      {slipped && (
        <Text size="sm" component="div">
          <strong>Slipped most:</strong> {slipped.title}, <UnitLink unit={slipped.unit} />, by{' '}
          {daysText(slipped.slipDays)}; dates were moved {countText(moves, 'time')} in all
        </Text>
      )}
    </Stack>
  );
}
