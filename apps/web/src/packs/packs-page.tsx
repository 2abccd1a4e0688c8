import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPresentation } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { may, useSession } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { TextLink } from '../kit/links.js';
import { More } from '../kit/more.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { UnitLink } from '../kit/unit-link.js';
import { dayText, instantText } from '../time/words.js';
import { MakePack } from './make-pack.js';
import { PackFiles } from './pack-files.js';

/** The board packs that were made: what was told to whom stands still, and what changed since is said. */
export function PacksPage(): ReactElement {
  const { unit } = useSearch({ from: '/board-packs' });
  const session = useSession();
  const [making, { open, close }] = useDisclosure();
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/board-packs',
    { params: { query: { ...(unit ? { unit } : {}), limit: 50 } } },
    byCursor,
  );
  const packs = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const offers = may(session, 'plan');
  return (
    <Page
      title="Board packs"
      lead={
        unit ? (
          <>
            Of <UnitLink unit={unit} /> · <TextLink to="/board-packs">of all units</TextLink>
          </>
        ) : (
          'The figures of a unit and all below it on one day, with a text of the office, as PDF and XLSX.'
        )
      }
      actions={
        offers && (
          <Button leftSection={<IconPresentation size={16} />} onClick={open}>
            Make a board pack
          </Button>
        )
      }
    >
      <QueryView query={query} height={320}>
        {() => (
          <Stack>
            {packs.length === 0 && (
              <Empty title="No board pack yet" icon={<IconPresentation size={22} />}>
                {offers
                  ? 'Make the first one. The next one of the same unit opens with what would read differently by then.'
                  : 'The program office makes them.'}
              </Empty>
            )}
            {packs.map((pack) => (
              <PackCard key={pack.id} pack={pack} />
            ))}
            <More query={query} label="Show earlier ones" />
          </Stack>
        )}
      </QueryView>
      {making && <MakePack unit={unit} onClose={close} />}
    </Page>
  );
}

function PackCard({ pack }: { readonly pack: Schemas['BoardPackHead'] }) {
  const { id, unit, title, asOf, madeAt, author, erased } = pack;
  return (
    <Card withBorder component="article">
      <Group justify="space-between">
        <Stack gap={2}>
          <Title order={2} size="h5">
            <TextLink to="/board-packs/$pack" params={{ pack: id }}>
              {title ?? 'Its author was erased'}
            </TextLink>
          </Title>
          <Text size="sm" c="dimmed">
            <UnitLink unit={unit} size="sm" />, as of {dayText(asOf)}; made {instantText(madeAt)}
            {erased ? '' : ` by ${author.name}`}
          </Text>
        </Stack>
        <PackFiles id={id} />
      </Group>
    </Card>
  );
}
