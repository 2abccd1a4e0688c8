import { Badge } from '@mantine/core';
import { rankText, stageColours } from './scale.js';

interface StageBadgeProps {
  readonly ordinal: number;
  /** How many stages the model has. */
  readonly of: number;
  /** The stage's name; shown beside the rank unless `short`. */
  readonly name?: string;
  /** The rank alone; the name is said on hover and to screen readers. */
  readonly short?: boolean;
}

/** A stage as a colour with its rank printed on it: "3 of 6 · Formalized". */
export function StageBadge({ ordinal, of, name, short = false }: StageBadgeProps) {
  const { fill, ink } = stageColours(ordinal, of);
  const rank = rankText(ordinal, of);
  const whole = name && ordinal > 0 ? `${rank} · ${name}` : rank;
  return (
    <Badge
      radius="sm"
      size="lg"
      tt="none"
      fw={600}
      styles={{
        root: {
          background: fill,
          color: ink,
          border: `1px ${ordinal > 0 ? 'solid' : 'dashed'} var(--stage-edge)`,
        },
      }}
      aria-label={whole}
      title={short && name ? whole : undefined}
    >
      {short ? rank : whole}
    </Badge>
  );
}
