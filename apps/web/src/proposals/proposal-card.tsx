import { Badge, Blockquote, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { milestoneOf } from '../kit/event-words.js';
import { TextLink } from '../kit/links.js';
import { useTitles } from '../models/catalogue.js';
import { useLoggedEvent } from '../recording/use-logged-event.js';
import { dayText } from '../time/words.js';
import { Decision } from './decision.js';
import { Foreseen } from './foreseen.js';
import {
  eventIn,
  KIND_TEXTS,
  milestoneIn,
  reasonIn,
  STATE_TEXTS,
  wantedWords,
} from './proposal-words.js';

interface ProposalCardProps {
  readonly proposal: Schemas['Proposal'];
  /** The names of people by id, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
}

/** A proposal in words, what it would change, and what can be decided. */
export function ProposalCard({ proposal, names }: ProposalCardProps) {
  const { id, unit, kind, state, proposedAt, proposedBy, expiresAt } = proposal;
  const titles = useTitles();
  const { data: whole } = api.useQuery('get', '/api/v1/units/{unit}', {
    params: { path: { unit } },
  });
  const { data: event } = useLoggedEvent(unit, eventIn(proposal));
  const about = milestoneIn(proposal) ?? (event && milestoneOf(event)) ?? '';
  const path = [unit, ...(whole?.path.map((above) => above.unit) ?? [])];
  const reason = reasonIn(proposal);
  const open = state === 'open';
  return (
    <Card withBorder component="article" aria-labelledby={`${id}-title`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
            <Title order={2} size="h4" id={`${id}-title`}>
              {KIND_TEXTS[kind]}
              {about && `: ${titles.get(about) ?? about}`}
            </Title>
            <Text size="sm">
              At{' '}
              <TextLink to="/units/$unit" params={{ unit }} size="sm">
                {whole?.name ?? unit}
              </TextLink>
              , proposed by {proposedBy.name} on {dayText(proposedAt)}
              {open && `; expires on ${dayText(expiresAt)}`}
            </Text>
          </Stack>
          <Badge variant={open ? 'filled' : 'outline'} color={open ? 'orange' : 'gray'} tt="none">
            {STATE_TEXTS[state]}
          </Badge>
        </Group>
        <List size="sm">
          {wantedWords(proposal, event, titles).map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
        {reason && (
          <Blockquote p="xs" radius="sm">
            <Text size="sm">{reason}</Text>
          </Blockquote>
        )}
        {open ? (
          <>
            <Foreseen id={id} />
            <Decision proposal={proposal} path={path} />
          </>
        ) : (
          <Decided proposal={proposal} names={names} />
        )}
      </Stack>
    </Card>
  );
}

/** Who decided it, when and why. */
function Decided({ proposal, names }: ProposalCardProps) {
  const { state, decidedAt, decidedBy, reason } = proposal;
  if (!decidedAt) return null;
  const by = decidedBy ? names.get(decidedBy) : undefined;
  return (
    <Text size="sm">
      {STATE_TEXTS[state]} on {dayText(decidedAt)}
      {by && ` by ${by}`}
      {reason ? `: “${reason}”` : '.'}
    </Text>
  );
}
