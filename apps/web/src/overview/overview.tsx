import { Alert, Button, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useProgram } from '../api/session.js';
import { api } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { useScrollToPart } from '../kit/use-scroll-to-part.js';
import { today } from '../time/words.js';
import { Controls, type ModelChoice } from './controls.js';
import { OverviewActions, Way } from './heading.js';
import { HeatmapView } from './heatmap/heatmap.js';
import { useIdle } from './idle.js';
import { LowerHalf, PartAwaited } from './lower-half.js';
import { Now } from './now/now.js';
import { heatmapOf, movesOf, rollupOf, type Shown, trendOf, unitOf } from './queries.js';
import { Since } from './since.js';
import type { OverviewSearch } from './search.js';
import { Trend } from './trend/trend.js';
import { usualSince } from './trend/months.js';

interface OverviewProps {
  readonly unit: string;
  /** Said above the name; absent: the way down to the unit. */
  readonly above?: ReactNode;
}

/** What a unit and all below it look like: on top what one has to know in ten seconds. */
export function Overview({ unit, above }: OverviewProps): ReactElement {
  const shown: Shown = useSearch({ strict: false });
  const { headline } = useProgram();
  const navigate = useNavigate();
  const day = today();
  const since = shown.since ?? usualSince(shown.asOf, day);
  const keeping = { placeholderData: keepPreviousData };
  const one = useQuery(unitOf(unit));
  const rollup = useQuery({ ...rollupOf(unit, shown), ...keeping });
  const heatmap = useQuery({ ...heatmapOf(unit, shown), ...keeping });
  const trend = useQuery({ ...trendOf(unit, shown, day), ...keeping });
  const moves = useQuery({ ...movesOf(unit, shown, since), ...keeping });
  const settled = !rollup.isPending && !heatmap.isPending && !trend.isPending;
  const idle = useIdle(settled);
  useScrollToPart();
  const catalogue = api.useQuery('get', '/api/v1/models', {}, { enabled: settled });
  const model = shown.model ?? rollup.data?.model ?? headline ?? undefined;
  const name = one.data?.name ?? unit;
  if (one.isError && faultOf(one.error).status === 404) return <NoUnit unit={unit} />;
  const change = (next: OverviewSearch) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, ...next }),
      resetScroll: false,
    });
  const counts = moves.data?.counts.find((count) => count.model === model);
  const { kind, tag, asOf, span } = shown;
  return (
    <Page
      title={name}
      above={above ?? (one.data && <Way unit={one.data} />)}
      actions={<OverviewActions unit={unit} shown={shown} />}
      lead={
        <Controls
          {...{ unit, headline, kind, tag, model }}
          models={choicesOf(heatmap.data?.columns, catalogue.data?.items, model)}
          onChange={change}
        />
      }
    >
      <Awaited query={rollup} height={300}>
        {(answer) => (
          <Now
            name={name}
            rollup={answer}
            since={
              <Since
                since={since}
                until={asOf?.slice(0, 10) ?? day}
                onChange={(next) => change({ since: next })}
              />
            }
            moves={moves.data && { rose: counts?.rose ?? 0, fell: counts?.fell ?? 0 }}
          />
        )}
      </Awaited>
      {heatmap.isError && shown.by && (
        <Alert title="These columns cannot be shown" color="orange" role="alert">
          <Text size="sm" mb="sm">
            {faultOf(heatmap.error).detail}
          </Text>
          <Button
            size="xs"
            variant="default"
            onClick={() => change({ by: undefined, sort: undefined })}
          >
            Show the models instead
          </Button>
        </Alert>
      )}
      <Awaited query={heatmap} height={420} silent={shown.by !== undefined}>
        {(answer) => (
          <HeatmapView
            name={name}
            heatmap={answer}
            lead={model ?? ''}
            dimensions={
              catalogue.data?.items.find(({ id }) => id === model)?.policy === 'dimensions'
            }
            shown={shown}
          />
        )}
      </Awaited>
      <Awaited query={trend} height={400}>
        {(answer) => (
          <Trend
            trend={answer}
            standing={rollup.isPlaceholderData ? undefined : rollup.data?.distribution}
            span={span}
            asOf={asOf}
            today={day}
          />
        )}
      </Awaited>
      {idle ? (
        <LowerHalf
          {...{ unit, since, kind, tag }}
          model={shown.model}
          staged={
            rollup.data ? rollup.data.units === 0 || rollup.data.distribution.length > 0 : true
          }
        />
      ) : (
        <PartAwaited height={420} />
      )}
    </Page>
  );
}

function NoUnit({ unit }: { readonly unit: string }) {
  return (
    <Page title="There is no such unit">
      <Empty title={`No unit with the key “${unit}” is in your sight`}>
        It may have another key, or lie where you may not look.{' '}
        <TextLink to="/">Go to the overview</TextLink> or <TextLink to="/units">find it</TextLink>{' '}
        among the units.
      </Empty>
    </Page>
  );
}

type AwaitedProps<Answer> = Parameters<typeof QueryView<Answer>>[0] & {
  /** Whether what went wrong is said elsewhere. */
  readonly silent?: boolean;
  readonly children: (answer: Answer) => ReactNode;
};

/** As `QueryView`, with a place of the card's size; what is asked for again stays, paler. */
function Awaited<Answer>({ query, height = 300, silent, children }: AwaitedProps<Answer>) {
  if (query.isPending) return <PartAwaited height={height} />;
  if (query.isError && silent) return null;
  return (
    <div
      aria-busy={query.isPlaceholderData || undefined}
      style={query.isPlaceholderData ? { opacity: 0.6 } : undefined}
    >
      <QueryView query={query} height={height}>
        {children}
      </QueryView>
    </div>
  );
}

interface Titled {
  readonly model: string;
  readonly title: string;
  readonly dimension?: string;
}

function choicesOf(
  columns: readonly Titled[] = [],
  catalogue: readonly ModelChoice[] = [],
  shown: string | undefined,
): readonly ModelChoice[] {
  const here = columns
    .filter(({ dimension }) => dimension === undefined)
    .map(({ model, title }) => ({ id: model, title }));
  if (here.some(({ id }) => id === shown)) return here;
  const named = catalogue.filter(({ id }) => here.length === 0 || id === shown);
  return [...here, ...named.map(({ id, title }) => ({ id, title }))];
}
