import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockPause,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { DisabledBadge } from '../endpoints/disabled.js';
import { instantText } from '../time/words.js';

type Health = Schemas['Subscription']['health'];

/** How a subscription fares: by sign, word and colour. */
export function HealthBadge({ health }: { readonly health: Health }): ReactElement {
  const { disabled, failingSince, restsUntil, lastDeliveredAt } = health;
  if (disabled) return <DisabledBadge />;
  if (failingSince) {
    return (
      <Badge
        tt="none"
        color="orange"
        variant="outline"
        leftSection={<IconAlertTriangle size={14} />}
      >
        Failing since {instantText(failingSince)}
      </Badge>
    );
  }
  if (restsUntil && isAhead(restsUntil)) {
    return (
      <Badge tt="none" color="gray" variant="outline" leftSection={<IconClockPause size={14} />}>
        Rests until {instantText(restsUntil)}
      </Badge>
    );
  }
  return lastDeliveredAt ? (
    <Badge tt="none" color="teal" variant="outline" leftSection={<IconCircleCheck size={14} />}>
      Delivering
    </Badge>
  ) : (
    <Badge tt="none" color="gray" variant="outline" leftSection={<IconCircleDashed size={14} />}>
      Nothing delivered yet
    </Badge>
  );
}

const isAhead = (instant: string) => Date.parse(instant) > Date.now();

/** Why a subscription is not used any more, and what to do. */
export const DISABLED_TEXTS: Readonly<Record<NonNullable<Health['disabled']>['because'], string>> =
  {
    gone: 'Its endpoint answered 410: it is gone for good. Put in another address, or take the subscription away.',
    failing:
      'Its endpoint took nothing for five days. Mend it, then use the subscription again; what happened meanwhile is not sent.',
  };
