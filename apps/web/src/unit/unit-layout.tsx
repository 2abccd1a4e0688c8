import { Text } from '@mantine/core';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { type ReactElement, useEffect, useMemo } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { mayAt, useSession } from '../api/session.js';
import { TextLink } from '../kit/links.js';
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
  if (query.data === undefined && query.error && faultOf(query.error).status === 404) {
    return <NoSuchUnit unit={unit} />;
  }
  return (
    <QueryView query={query} height={480}>
      {(whole) => <Whole whole={whole} />}
    </QueryView>
  );
}

/** Said of an address of no unit, or of one that is out of sight: the server tells neither apart. */
function NoSuchUnit({ unit }: { readonly unit: string }) {
  return (
    <Page title="There is no such unit">
      <Text maw={640}>
        No unit with the key “{unit}” is in your sight. Perhaps the link is old, or you may not see
        that unit. <TextLink to="/units">Look for it among the units</TextLink>, or ask whoever sent
        you the link.
      </Text>
    </Page>
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
