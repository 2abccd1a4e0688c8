import { Card, Group, SegmentedControl, Stack, Tabs, Title } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { useAddress } from '../kit/use-address.js';
import { dayText, numberText } from '../time/words.js';
import { ChangedUnit } from './changes-unit.js';
import { type PartProps, usePeriod } from './flow-period.js';
import { CHANGE_KINDS, type ChangeKind, type OverviewSearch } from './search.js';

type Counts = Schemas['Changes']['counts'];

const KIND_TEXTS: Readonly<Record<ChangeKind, string>> = {
  rose: '▲ Rose',
  fell: '▼ Fell',
  appeared: 'Joined',
  left: 'Left',
};

const PAGE = 5;

/** What rose and what fell since a day, and which facts did it. */
export function Changes({ unit, model, since, kind, tag }: PartProps): ReactElement {
  const { since: from, to, knownAt } = usePeriod(since);
  const { moved, movedIn } = useSearch({ strict: false });
  const asked = { model: movedIn === 'all' ? undefined : model, kind, tag, knownAt, from, to };
  const counts = api.useQuery(
    'get',
    '/api/v1/rollups/{unit}/changes',
    { params: { path: { unit }, query: { ...asked, limit: 1 } } },
    { placeholderData: keepPreviousData },
  );
  const headline = api.useQuery('get', '/api/v1/rollups/{unit}', {
    params: { path: { unit }, query: { model, kind, tag, asOf: to, knownAt } },
  });
  const show = useAddress<OverviewSearch>();
  const end = to ? ` to ${dayText(to)}` : '';
  return (
    <Card component="section" id="changes" withBorder padding="md" aria-labelledby="changes-title">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" id="changes-title">
            What rose and what fell since {dayText(from)}
            {end}, and why
          </Title>
          <SegmentedControl
            size="xs"
            aria-label="Changes in which models"
            value={movedIn ?? 'one'}
            onChange={(chosen) => show({ movedIn: chosen === 'all' ? 'all' : undefined })}
            data={[
              { value: 'one', label: 'This model' },
              { value: 'all', label: 'All models' },
            ]}
          />
        </Group>
        <QueryView query={counts} height={320}>
          {({ counts: all }) => {
            const shown = movedIn === 'all' ? undefined : (model ?? headline.data?.model);
            const sums = summed(all, shown);
            const tab = moved ?? (sums.rose === 0 && sums.fell > 0 ? 'fell' : 'rose');
            return (
              <Tabs
                value={tab}
                onChange={(chosen) => show({ moved: CHANGE_KINDS.find((one) => one === chosen) })}
                keepMounted={false}
              >
                <Tabs.List>
                  {CHANGE_KINDS.filter(
                    (one) => sums[one] > 0 || one === tab || one !== 'appeared',
                  ).map((one) => (
                    <Tabs.Tab key={one} value={one}>
                      {KIND_TEXTS[one]} {numberText(sums[one])}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <Tabs.Panel value={tab} pt="sm">
                  <Listed unit={unit} asked={{ ...asked, model: shown }} change={tab} />
                </Tabs.Panel>
              </Tabs>
            );
          }}
        </QueryView>
      </Stack>
    </Card>
  );
}

function summed(counts: Counts, model: string | undefined): Readonly<Record<ChangeKind, number>> {
  const sums = { rose: 0, fell: 0, appeared: 0, left: 0 };
  for (const count of counts) {
    if (model !== undefined && count.model !== model) continue;
    for (const kind of CHANGE_KINDS) sums[kind] += count[kind];
  }
  return sums;
}

interface ListedProps {
  readonly unit: string;
  readonly asked: {
    readonly model: string | undefined;
    readonly kind: string | undefined;
    readonly tag: string | undefined;
    readonly knownAt: string | undefined;
    readonly from: string;
    readonly to: string | undefined;
  };
  readonly change: ChangeKind;
}

const NONE: Readonly<Record<ChangeKind, string>> = {
  rose: 'Nothing rose in this time',
  fell: 'Nothing fell in this time',
  appeared: 'No unit joined in this time',
  left: 'No unit left in this time',
};

function Listed({ unit, asked, change }: ListedProps) {
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/rollups/{unit}/changes',
    { params: { path: { unit }, query: { ...asked, change, limit: PAGE } } },
    byCursor,
  );
  return (
    <QueryView query={query} height={240}>
      {({ pages }) => {
        const byUnit = unitsOf(pages.flatMap(({ items }) => items));
        if (byUnit.size === 0) {
          return (
            <Empty title={NONE[change]}>
              Choose an earlier date to compare with, or look at all models.
            </Empty>
          );
        }
        return (
          <Stack gap="xs">
            <Stack component="ul" gap={0} m={0} p={0} className="changes">
              {[...byUnit].map(([changed, items]) => (
                <ChangedUnit
                  key={changed}
                  unit={changed}
                  items={items}
                  named={asked.model === undefined}
                />
              ))}
            </Stack>
            <More query={query} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

type Items = Schemas['Changes']['items'];

/** Changes by unit, in the order in which the units come first. */
function unitsOf(changes: Items): ReadonlyMap<string, Items> {
  const units = new Map<string, Items>();
  for (const one of changes) units.set(one.unit, [...(units.get(one.unit) ?? []), one]);
  return units;
}
