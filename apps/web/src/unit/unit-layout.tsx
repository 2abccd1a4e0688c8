import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { type ReactElement, useEffect, useMemo } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { mayAt, useSession } from '../api/session.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { RecordingDoors } from './recording-doors.js';
import { UnitActions } from './unit-actions.js';
import { UnitContext, type UnitOfPage } from './unit-context.js';
import { UnitLead, UnitPath } from './unit-heading.js';
import { UnitViews, viewOf } from './unit-views.js';

/** A unit: its heading, and one of its views below. */
export function UnitLayout(): ReactElement {
  const { unit } = useParams({ from: '/units/$unit' });
  const query = api.useQuery('get', '/api/v1/units/{unit}', { params: { path: { unit } } });
  return (
    <QueryView query={query} height={480}>
      {(whole) => <Whole whole={whole} />}
    </QueryView>
  );
}

function Whole({ whole }: { readonly whole: Schemas['UnitInTree'] }) {
  const session = useSession();
  const view = useLocation({ select: ({ pathname }) => viewOf(pathname) });
  const { unit, name, path, retired } = whole;
  const shared = useMemo<UnitOfPage>(() => {
    const keys = [unit, ...path.map((above) => above.unit)];
    return {
      unit,
      name,
      path,
      retired,
      whole,
      may: (permission) => mayAt(session, permission, keys),
    };
  }, [unit, name, path, retired, whole, session]);
  useEffect(() => {
    document.title = `${name}: ${view} · Waymark`;
  }, [name, view]);
  return (
    <UnitContext value={shared}>
      <RecordingDoors>
        <Page
          title={name}
          above={<UnitPath path={path} />}
          lead={<UnitLead whole={whole} />}
          actions={<UnitActions />}
        >
          <UnitViews unit={unit} />
          <Outlet key={unit} />
        </Page>
      </RecordingDoors>
    </UnitContext>
  );
}
