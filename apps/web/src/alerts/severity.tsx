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

/** How grave an alert is, as a sign. */
export const SEVERITY_ICONS = {
  critical: IconAlertOctagon,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
} as const satisfies Readonly<Record<Severity, unknown>>;

const LOOKS = {
  critical: { colour: 'red', variant: 'filled' },
  warning: { colour: 'orange', variant: 'outline' },
  info: { colour: 'gray', variant: 'outline' },
} as const;

/** How grave an alert is: by sign, word and colour. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  const { colour, variant } = LOOKS[severity];
  const Icon = SEVERITY_ICONS[severity];
  return (
    <Badge tt="none" color={colour} variant={variant} leftSection={<Icon size={14} />}>
      {SEVERITY_TEXTS[severity]}
    </Badge>
  );
}
