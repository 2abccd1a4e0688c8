import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Fragment, lazy, type ReactElement, Suspense } from 'react';
import type { Schemas } from '#lib/client';
import { useProgram } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { BackToNow } from '../time/back-to-now.js';
import { isNow } from '../time/moment.js';
import { mainOf } from './main-top.js';
import { Overview } from './overview.js';
import { type Shown, topUnits } from './queries.js';
import { TopUnits } from './top-units.js';

const FirstRun = lazy(() =>
  import('../start/first-run.js').then(({ FirstRun }) => ({ default: FirstRun })),
);

/** The overview of the top: of the unit that has most below it, or a choice where none has. */
export function TopOverviewPage(): ReactElement {
  const shown: Shown = useSearch({ strict: false });
  const { name } = useProgram();
  const query = useQuery(topUnits(shown));
  const tops = query.data?.items ?? [];
  const main = mainOf(tops);
  if (main) {
    return (
      <Overview
        key={main.unit}
        unit={main.unit}
        above={<Others tops={tops.filter(({ unit }) => unit !== main.unit)} />}
      />
    );
  }
  if (query.data && tops.length === 0 && isNow(shown)) {
    return (
      <Suspense fallback={<Loader m="xl" aria-label="The page is opening" />}>
        <FirstRun />
      </Suspense>
    );
  }
  return (
    <Page title={name} lead="Choose where to look; each leads down to its units.">
      <QueryView query={query} height={240}>
        {({ items }) =>
          items.length > 0 ? <TopUnits units={items} shown={shown} /> : <NothingThen />
        }
      </QueryView>
    </Page>
  );
}

/** Where else one can look from the top. */
function Others({ tops }: { readonly tops: readonly Schemas['UnitEntry'][] }) {
  if (tops.length === 0) return null;
  return (
    <Text size="sm">
      Also at the top:{' '}
      {tops.map(({ unit, name }, index) => (
        <Fragment key={unit}>
          {index > 0 && ', '}
          <TextLink to="/overview/$unit" params={{ unit }}>
            {name}
          </TextLink>
        </Fragment>
      ))}
    </Text>
  );
}

function NothingThen() {
  return (
    <Empty title="There was no unit then">
      None had been registered by the day that you look at. <BackToNow size="compact-sm" />
    </Empty>
  );
}

/** The overview of one unit and all below it. */
export function OverviewPage(): ReactElement {
  const { unit } = useParams({ from: '/overview/$unit' });
  return <Overview key={unit} unit={unit} />;
}
