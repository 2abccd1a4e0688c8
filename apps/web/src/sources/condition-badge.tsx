import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHourglass,
  IconShieldX,
  IconUserQuestion,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { Condition } from './condition.js';

const LOOKS = {
  failing: { text: 'Failing', icon: <IconAlertTriangle size={14} />, colour: 'red' },
  refused: { text: 'Refused', icon: <IconShieldX size={14} />, colour: 'orange' },
  silent: { text: 'Silent', icon: <IconVolumeOff size={14} />, colour: 'orange' },
  waiting: { text: 'Needs somebody', icon: <IconUserQuestion size={14} />, colour: 'orange' },
  unheard: { text: 'Never heard', icon: <IconHourglass size={14} />, colour: 'gray' },
  healthy: { text: 'Healthy', icon: <IconCircleCheck size={14} />, colour: 'teal' },
} as const;

/** How a source fares: by sign, word and colour. */
export function ConditionBadge({ condition }: { readonly condition: Condition }) {
  const { text, icon, colour } = LOOKS[condition];
  return (
    <Badge tt="none" variant="outline" color={colour} leftSection={icon} miw="max-content">
      {text}
    </Badge>
  );
}
