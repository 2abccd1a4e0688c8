import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { isNow, useMoment } from '../time/moment.js';
import { CommentForm } from './comments/comment-form.js';
import { OneComment } from './comments/one-comment.js';
import { useUnit } from './unit-context.js';

const PAGE_SIZE = 50;

/** What people say about a unit. */
export function CommentsPage(): ReactElement {
  const { unit, name, may } = useUnit();
  const now = isNow(useMoment());
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/units/{unit}/comments',
    { params: { path: { unit }, query: { limit: PAGE_SIZE } } },
    byCursor,
  );
  const comments = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="lg" maw={760}>
      <Title order={2} size="h4">
        Comments
      </Title>
      {!now && <Text size="sm">Comments are shown as of now, whatever time the page is of.</Text>}
      {may('comment') && now && <CommentForm />}
      <QueryView query={query} height={240}>
        {() =>
          comments.length === 0 ? (
            <Empty title="No comments yet">
              {may('comment')
                ? `Say what others should know about ${name}: why something waits, what was agreed.`
                : 'Nobody has said anything about this unit.'}
            </Empty>
          ) : (
            <Stack gap="sm">
              {comments.map((comment) => (
                <Paper key={comment.id} withBorder p="md" component="article">
                  <OneComment comment={comment} />
                </Paper>
              ))}
              <More query={query} />
            </Stack>
          )
        }
      </QueryView>
    </Stack>
  );
}
