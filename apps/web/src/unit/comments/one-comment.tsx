import { Anchor, Button, Group, Popover, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, Fragment, useState } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../../api/client.js';
import { FaultPanel } from '../../kit/fault-panel.js';
import { useModels, useTitles } from '../../models/catalogue.js';
import { instantText } from '../../time/words.js';
import { useUnit } from '../unit-context.js';
import { piecesOf } from './links.js';

type Comment = Schemas['Comment'];

/** What somebody said, when, and about what. */
export function OneComment({ comment }: { readonly comment: Comment }) {
  const { may } = useUnit();
  const { text, actor, recordedAt, about, own } = comment;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <b>{actor}</b>{' '}
          <Text span size="sm" c="dimmed">
            {instantText(recordedAt)}
          </Text>
        </Text>
        {(own || may('record')) && <TakeBack comment={comment} />}
      </Group>
      {about && <About about={about} />}
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        <Linked text={text} />
      </Text>
    </Stack>
  );
}

/** A text whose web addresses can be followed. */
function Linked({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, place) => {
    // pieces never move: their places are what tells them apart
    const key = `${place} ${piece.text}`;
    if (!piece.href) return <Fragment key={key}>{piece.text}</Fragment>;
    return (
      <Anchor key={key} href={piece.href} target="_blank" rel="noreferrer" inherit>
        {piece.text}
      </Anchor>
    );
  });
}

function About({ about }: { readonly about: NonNullable<Comment['about']> }) {
  const titles = useTitles();
  const models = useModels().data?.items ?? [];
  const { milestone, model, target, event } = about;
  const parts = [
    milestone && (titles.get(milestone) ?? milestone),
    model && (models.find(({ id }) => id === model)?.title ?? model),
    target && `target ${target}`,
    event && !milestone && 'an entry of the history',
  ].filter(Boolean);
  return (
    <Text size="sm" c="dimmed">
      About: {parts.join(', ')}
    </Text>
  );
}

function TakeBack({ comment }: { readonly comment: Comment }) {
  const { unit } = useUnit();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const saving = api.useMutation('post', '/api/v1/units/{unit}/retractions', {
    onSuccess: () => queries.invalidateQueries(),
  });
  const give = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({
      params: { path: { unit } },
      body: { event: comment.id, reason: reason.trim() },
    });
  };
  return (
    <Popover opened={asking} onChange={setAsking} trapFocus position="bottom-end" width={280}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => setAsking(!asking)}
          aria-label={`Take back the comment by ${comment.actor} of ${instantText(comment.recordedAt)}`}
        >
          Take back
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Take back the comment">
        <form onSubmit={give}>
          <Stack gap="xs">
            <Textarea
              label="Why?"
              required
              autosize
              maxLength={4000}
              minRows={2}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            {saving.error && <FaultPanel thrown={saving.error} />}
            <Button type="submit" size="compact-sm" loading={saving.isPending}>
              Take it back
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
