import { Badge } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Schemas } from '#lib/client';

export type Severity = Schemas['Alert']['severity'];

/** How grave an alert is, in a word. */
export const SEVERITY_TEXTS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  warning: 'Warning',
  info: 'For information',
};

const LOOKS = {
  critical: { icon: <IconAlertOctagon size={14} />, colour: 'red', variant: 'filled' },
  warning: { icon: <IconAlertTriangle size={14} />, colour: 'orange', variant: 'outline' },
  info: { icon: <IconInfoCircle size={14} />, colour: 'gray', variant: 'outline' },
} as const;

/** How grave an alert is: by sign, word and colour. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  const { icon, colour, variant } = LOOKS[severity];
  return (
    <Badge tt="none" color={colour} variant={variant} leftSection={icon}>
      {SEVERITY_TEXTS[severity]}
    </Badge>
  );
}
