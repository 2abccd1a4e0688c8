import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useProgram } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { isNow } from '../time/moment.js';
import { Overview } from './overview.js';
import { type Shown, topUnits } from './queries.js';
import { TopUnits } from './top-units.js';

const FirstRun = lazy(() =>
  import('../start/first-run.js').then(({ FirstRun }) => ({ default: FirstRun })),
);

/** The overview of the top: of the one unit there is, or a choice between several. */
export function TopOverviewPage(): ReactElement {
  const shown: Shown = useSearch({ strict: false });
  const { name } = useProgram();
  const query = useQuery(topUnits(shown));
  const [only, ...more] = query.data?.items ?? [];
  if (only && more.length === 0) return <Overview key={only.unit} unit={only.unit} />;
  if (query.data && !only && isNow(shown)) {
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

function NothingThen() {
  const navigate = useNavigate();
  const back = () =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, asOf: undefined, knownAt: undefined }),
    });
  return (
    <Empty title="There was no unit then">
      None had been registered by the day that you look at.{' '}
      <Button size="compact-sm" variant="default" onClick={back}>
        Back to now
      </Button>
    </Empty>
  );
}

/** The overview of one unit and all below it. */
export function OverviewPage(): ReactElement {
  const { unit } = useParams({ from: '/overview/$unit' });
  return <Overview key={unit} unit={unit} />;
}
