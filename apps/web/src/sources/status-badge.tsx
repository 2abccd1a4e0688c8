import { Badge, Group } from '@mantine/core';
import type { Schemas } from '#lib/client';
import type { Status } from './search.js';

/** Where a delivery stands, in a word or two, and what that means. */
export const STATUS_TEXTS: Readonly<
  Record<Status, { readonly title: string; readonly means: string }>
> = {
  received: { title: 'Waiting', means: 'it is worked off in a moment' },
  recorded: { title: 'Recorded', means: 'what it tells is in the log' },
  ignored: { title: 'Ignored', means: 'no rule applies to it' },
  unmatched: { title: 'Unmatched', means: 'nobody has said yet which unit is meant' },
  rejected: { title: 'Rejected', means: 'what it tells is refused, or it cannot be read' },
  failed: { title: 'Failed', means: 'something went wrong while it was worked off' },
};

const COLOURS: Readonly<Record<Status, string>> = {
  ...{ received: 'blue', recorded: 'teal', ignored: 'gray' },
  ...{ unmatched: 'orange', rejected: 'orange', failed: 'red' },
};

/** Where a delivery stands. */
export function StatusBadge({ status }: { readonly status: Status }) {
  return (
    <Badge
      tt="none"
      variant="outline"
      color={COLOURS[status]}
      style={{ flexShrink: 0 }}
      miw="max-content"
    >
      {STATUS_TEXTS[status].title}
    </Badge>
  );
}

/** Where a delivery stands, and whether what it told was taken back since. */
export function OutcomeBadges({ delivery }: { readonly delivery: Schemas['Delivery'] }) {
  const { status, undone, findings } = delivery;
  if (!undone) return <StatusBadge status={status} />;
  const facts = new Set(findings.flatMap(({ event }) => event ?? [])).size;
  return (
    <Group gap={4}>
      <StatusBadge status={status} />
      <Badge tt="none" variant="light" color="gray" miw="max-content">
        {undone.facts < facts ? `${undone.facts} of ${facts} taken back` : 'Taken back'}
      </Badge>
    </Group>
  );
}
