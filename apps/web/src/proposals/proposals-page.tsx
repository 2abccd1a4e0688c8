import { NativeSelect, Stack } from '@mantine/core';
import { IconCheckupList } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { may, mayEverywhere, useProgram, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { useAddress } from '../kit/use-address.js';
import { ProposalCard } from './proposal-card.js';
import { STATE_TEXTS } from './proposal-words.js';
import { type ProposalsSearch, STATES } from './search.js';

const PAGE = 20;

const FILTERS = [
  ...STATES.map((state) => ({ value: state as string, label: STATE_TEXTS[state] })),
  { value: 'all', label: 'All' },
];

/** What waits for a second pair of eyes, and what was decided. */
export function ProposalsPage(): ReactElement {
  const { state = 'open', unit } = useSearch({ from: '/proposals' });
  const change = useAddress<ProposalsSearch>();
  const show = (value: string) =>
    change({ state: value === 'open' ? undefined : (value as ProposalsSearch['state']) });
  return (
    <Page
      title="Proposals"
      lead="What is to count although it did not happen, or to be changed long after, waits here for somebody else to approve it."
      actions={
        <NativeSelect
          label="Shown"
          data={FILTERS}
          value={state}
          onChange={({ currentTarget }) => show(currentTarget.value)}
        />
      }
    >
      <Listed key={`${state} ${unit ?? ''}`} state={state} unit={unit} />
    </Page>
  );
}

interface ListedProps {
  readonly state: NonNullable<ProposalsSearch['state']>;
  readonly unit: string | undefined;
}

function Listed({ state, unit }: ListedProps) {
  const names = useNames();
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/proposals',
    {
      params: {
        query: { ...(state === 'all' ? {} : { state }), ...(unit ? { unit } : {}), limit: PAGE },
      },
    },
    byCursor,
  );
  return (
    <QueryView query={query} height={240}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Nothing state={state} />;
        return (
          <Stack>
            {items.map((proposal) => (
              <ProposalCard key={proposal.id} proposal={proposal} names={names} />
            ))}
            <More query={query} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

/** Said where there is no proposal: whether the program asks for any, and who can change that. */
function Nothing({ state }: { readonly state: ListedProps['state'] }) {
  const session = useSession();
  const { approvals } = useProgram();
  const asks = approvals.waivers || approvals.corrections;
  const icon = <IconCheckupList size={22} />;
  if (state !== 'open' && state !== 'all') {
    return (
      <Empty title={`No proposal was ${STATE_TEXTS[state].toLowerCase()}`} icon={icon}>
        Choose another state above.
      </Empty>
    );
  }
  return (
    <Empty
      title={state === 'open' ? 'Nothing waits for approval' : 'Nothing was proposed yet'}
      icon={icon}
    >
      {asks
        ? 'When somebody sets a record straight in a way that needs approval, it appears here.'
        : 'This program records everything at once and asks nobody to approve.'}{' '}
      {!asks && mayEverywhere(session, 'curate') && (
        <TextLink to="/settings" size="sm">
          Ask for a second pair of eyes
        </TextLink>
      )}
    </Empty>
  );
}

/** The names of people by id; oneself at least. */
function useNames(): ReadonlyMap<string, string> {
  const session = useSession();
  const { data } = api.useQuery(
    'get',
    '/api/v1/people/names',
    { params: { query: {} } },
    { enabled: may(session, 'decide') },
  );
  const known = (data?.items ?? []).map(({ id, name }) => [id, name] as const);
  return new Map([...known, [session.id, 'you'] as const]);
}
