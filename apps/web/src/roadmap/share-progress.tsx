import { Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { UnitLink } from '../kit/unit-link.js';
import { numberText, percentText } from '../time/words.js';
import { StatusMark } from './status-mark.js';
import { byText, forecastText, slipText, standingText } from './status-words.js';

interface ShareProgressProps {
  readonly target: Schemas['SubtreeRoadmap']['items'][number];
  /** The instant that is looked at. */
  readonly asOf: string;
}

/** A target for a share of a subtree: how many units are there, and how many it takes. */
export function ShareProgress({ target, asOf }: ShareProgressProps): ReactElement {
  const {
    unit,
    name,
    title,
    goal,
    reached = 0,
    counted = 0,
    due,
    status,
    slipDays,
    forecast,
  } = target;
  const wanted = goal.share ?? 1;
  const needed = Math.ceil(wanted * counted - 1e-9);
  const share = counted > 0 ? reached / counted : 0;
  const said = [slipText(slipDays), status === 'done' ? undefined : forecastText(forecast)];
  return (
    <div className="share">
      <Group justify="space-between" gap="2px 12px" align="center">
        <Text size="sm" fw={600} component="div">
          {title}
        </Text>
        <Group gap={4} wrap="nowrap">
          <StatusMark status={status} />
          <Text size="sm">{standingText(target, asOf)}</Text>
        </Group>
      </Group>
      <svg
        className="share-bar"
        viewBox="0 0 100 16"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${numberText(reached)} of ${numberText(counted)} units are there; ${numberText(needed)} are wanted`}
      >
        <rect y={3} width={100} height={10} fill="var(--bar-ground)" />
        <rect y={3} width={share * 100} height={10} fill="var(--bar-strong)" />
        <line
          x1={wanted * 100}
          x2={wanted * 100}
          y1={0}
          y2={16}
          stroke="var(--mantine-color-text)"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <Text size="sm" c="dimmed" component="div">
        <UnitLink unit={unit} name={name} />: {numberText(reached)} of {numberText(counted)} units (
        {percentText(share)}), {numberText(needed)} wanted
        {due && ` ${byText(due)}`}
        {said.filter(Boolean).map((text) => `; ${text}`)}
      </Text>
    </div>
  );
}
