import { Stack, Text, Title } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { byCursor } from '../../api/by-cursor.js';
import { api } from '../../api/client.js';
import { Empty } from '../../kit/empty.js';
import { More } from '../../kit/more.js';
import { QueryView } from '../../kit/query-view.js';
import { NotNow } from '../../recording/not-now.js';
import { isNow, useMoment } from '../../time/moment.js';
import { countText } from '../../time/words.js';
import { Answered, type Answer } from './answered.js';
import { MatchList } from './match-list.js';
import { NameCard } from './name-card.js';
import classes from './unmatched.module.css';

const PAGE_SIZE = 20;
/** So many deliveries are looked through for examples. */
const LOOKED_THROUGH = 200;
/** How often it is asked what else came: no message of the live stream tells of what waits. */
const AGAIN_MS = 10_000;

/** What waits for somebody to say which unit is meant, and what was said before. */
export function UnmatchedPart({ source }: { readonly source: string }): ReactElement {
  const now = isNow(useMoment());
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const path = { source };
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/sources/{source}/unmatched',
    { params: { path, query: { limit: PAGE_SIZE } } },
    { ...byCursor, refetchInterval: AGAIN_MS, staleTime: 0 },
  );
  const waiting = api.useQuery(
    'get',
    '/api/v1/sources/{source}/deliveries',
    { params: { path, query: { status: 'unmatched', limit: LOOKED_THROUGH } } },
    { refetchInterval: AGAIN_MS, staleTime: 0 },
  );
  const answered = new Set(answers.map(({ external }) => external));
  const names = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ external }) => !answered.has(external));
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          Unmatched
        </Title>
        <Text c="dimmed" size="sm" mt={4}>
          What this tool calls units of which nobody has said yet which is meant. Say it once: the
          answer is remembered, and what waits for it is worked off at once.
        </Text>
      </div>
      {answers.map((answer) => (
        <Answered
          key={answer.external}
          source={source}
          answer={answer}
          onClose={() => setAnswers(answers.filter((one) => one !== answer))}
        />
      ))}
      <QueryView query={query} height={200}>
        {() =>
          names.length === 0 ? (
            answers.length === 0 && (
              <Empty title="Nothing waits" icon={<IconPlugConnected size={22} />}>
                When the mapping reads a name that is no unit’s key and that nobody has matched, it
                comes here with the deliveries that wait for it.
              </Empty>
            )
          ) : !now ? (
            <NotNow />
          ) : (
            <Stack gap="sm">
              <Text size="sm" fw={500} role="status">
                {countText(names.length, 'name')}
                {query.hasNextPage ? ' and more' : ''} {names.length === 1 ? 'waits' : 'wait'}
              </Text>
              <ul className={classes.names}>
                {names.map((name) => (
                  <NameCard
                    key={name.external}
                    source={source}
                    name={name}
                    waiting={waiting.data?.items ?? []}
                    onAnswered={(answer) => setAnswers([answer, ...answers])}
                  />
                ))}
              </ul>
              <More query={query} />
            </Stack>
          )
        }
      </QueryView>
      <MatchList source={source} />
    </Stack>
  );
}
