import { Button, Stack } from '@mantine/core';
import { IconPlus, IconTablePlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { may, useHeadline, useSession } from '../api/session.js';
import { ExportMenu } from '../exports/export-menu.js';
import { Page } from '../kit/page.js';
import { useModels } from '../models/catalogue.js';
import { isNow, useMoment } from '../time/moment.js';
import { UnitFilters } from './unit-filters.js';
import { UnitList } from './unit-list.js';
import { UnitTree } from './unit-tree.js';

const AddUnit = lazy(() => import('./add-unit.js').then((room) => ({ default: room.AddUnit })));
const AddUnits = lazy(() => import('./add-units.js').then((room) => ({ default: room.AddUnits })));

/** The organisation: every unit in sight, as a tree or by search. */
export function UnitsPage(): ReactElement {
  const { q, kind, tag, owner } = useSearch({ from: '/units' });
  const session = useSession();
  const moment = useMoment();
  const now = isNow(moment);
  const [adding, setAdding] = useState<'one' | 'several'>();
  const close = () => setAdding(undefined);
  const narrowed = (q ?? kind ?? tag ?? owner) !== undefined;
  const all = narrowed ? ' of all units' : '';
  return (
    <Page
      title="Units"
      lead={<Lead />}
      actions={
        <>
          {may(session, 'organise') && now && (
            <>
              <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding('one')}>
                Add a unit
              </Button>
              <Button
                variant="default"
                leftSection={<IconTablePlus size={16} />}
                onClick={() => setAdding('several')}
              >
                Add several
              </Button>
            </>
          )}
          <ExportMenu
            tables={[
              {
                file: 'units',
                label: narrowed ? 'Units that were found' : 'Units',
                query: { q, kind, tag, owner, ...moment },
              },
              { file: 'standings', label: `Standings${all}`, query: { ...moment } },
              { file: 'milestones', label: `What happened and ended${all}`, query: { ...moment } },
              { file: 'assessments', label: `What was looked at${all}`, query: { ...moment } },
            ]}
            note={
              narrowed
                ? 'The units are those that were found. The other files are not narrowed: they are of all units in sight.'
                : 'All units in sight.'
            }
          />
        </>
      }
    >
      <Stack gap="md">
        <UnitFilters />
        {narrowed ? <UnitList /> : <UnitTree />}
      </Stack>
      <Suspense fallback={null}>
        {adding === 'one' && <AddUnit onClose={close} />}
        {adding === 'several' && <AddUnits onClose={close} />}
      </Suspense>
    </Page>
  );
}

function Lead() {
  const headline = useHeadline();
  const model = useModels().data?.items.find(({ id }) => id === headline);
  return model
    ? `The organisation, and where each unit stands in “${model.title}”.`
    : 'The organisation, from the topmost units down.';
}
