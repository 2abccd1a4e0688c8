import { Badge, Loader, Stack, Tabs } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { TextLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { useAddress } from '../kit/use-address.js';
import { DeliveriesPart } from './deliveries/deliveries-part.js';
import { type Part, PARTS, type SourceSearch } from './search.js';
import { SourceHead } from './source-head.js';
import type { Source } from './tools.js';
import { useSource } from './use-source.js';

const SettingsPart = lazy(() =>
  import('./settings/settings-part.js').then(({ SettingsPart }) => ({ default: SettingsPart })),
);
const MappingPart = lazy(() =>
  import('./mapping/mapping-part.js').then(({ MappingPart }) => ({ default: MappingPart })),
);
const UnmatchedPart = lazy(() =>
  import('./unmatched/unmatched-part.js').then(({ UnmatchedPart }) => ({ default: UnmatchedPart })),
);
const UndoPart = lazy(() =>
  import('./undo/undo-part.js').then(({ UndoPart }) => ({ default: UndoPart })),
);

/** One source: how it fares, what came from it, how that is read, and its settings. */
export function SourcePage(): ReactElement {
  const { source: name } = useParams({ from: '/sources/$source' });
  const query = useSource(name);
  return (
    <Page
      title={name}
      above={
        <TextLink to="/sources" size="sm">
          Sources
        </TextLink>
      }
    >
      <QueryView query={query} height={480}>
        {(source) => (
          <Stack gap="lg" key={source.id}>
            <SourceHead source={source} />
            <Parts source={source} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

const SHOWN: Readonly<
  Record<Part, { readonly title: string; readonly of: ComponentType<{ readonly source: string }> }>
> = {
  deliveries: { title: 'Deliveries', of: DeliveriesPart },
  mapping: { title: 'Mapping', of: MappingPart },
  unmatched: { title: 'Unmatched', of: UnmatchedPart },
  undo: { title: 'Undo', of: UndoPart },
  settings: { title: 'Settings', of: SettingsPart },
};

function Parts({ source }: { readonly source: Source }) {
  const { part = 'deliveries' } = useSearch({ from: '/sources/$source' });
  const change = useAddress<SourceSearch>();
  const counts: Readonly<Partial<Record<string, number>>> = { unmatched: source.health.unmatched };
  return (
    <Tabs
      value={part}
      keepMounted={false}
      onChange={(chosen) => {
        const next = PARTS.find((one) => one === chosen);
        change({ part: next === 'deliveries' ? undefined : next });
      }}
    >
      <Tabs.List mb="md">
        {PARTS.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={
              counts[one] ? (
                <Badge size="sm" variant="light" color="orange">
                  {counts[one]}
                </Badge>
              ) : undefined
            }
          >
            {SHOWN[one].title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PARTS.map((one) => {
        const { of: Shown } = SHOWN[one];
        return (
          <Tabs.Panel key={one} value={one}>
            <Suspense fallback={<Loader aria-label="This part is opening" />}>
              <Shown source={source.name} />
            </Suspense>
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
