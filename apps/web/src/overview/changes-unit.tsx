import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { reasonWords } from '../kit/event-words.js';
import { TextLink } from '../kit/links.js';
import { UnitLink } from '../kit/unit-link.js';
import { useModelsById, useTitles } from '../models/catalogue.js';
import { StageBadge } from '../stages/stage-badge.js';
import { occurredText } from '../time/words.js';
import './changes.css';

type Change = Schemas['Changes']['items'][number];

const ARROWS = {
  rose: <IconArrowUpRight size={18} aria-hidden />,
  fell: <IconArrowDownRight size={18} aria-hidden />,
  appeared: <IconArrowRight size={18} aria-hidden />,
  left: <IconArrowRight size={18} aria-hidden />,
} as const;

/** How many facts are named; the rest are counted. */
const NAMED = 3;

/** A unit with what changed for it, model by model. */
export function ChangedUnit({
  unit,
  items,
  named,
}: {
  readonly unit: string;
  readonly items: readonly Change[];
  /** Whether models are named, where there are several. */
  readonly named: boolean;
}): ReactElement {
  return (
    <li className="changes-unit">
      <UnitLink unit={unit} fw={600} {...(items[0] ? { model: items[0].model } : {})} />
      <Stack gap={6} style={{ minWidth: 0 }}>
        {items.map((item) => (
          <ChangedStage key={item.model} item={item} named={named} />
        ))}
      </Stack>
    </li>
  );
}

function ChangedStage({ item, named }: { readonly item: Change; readonly named: boolean }) {
  const model = useModelsById().get(item.model);
  const of = model?.stages.length ?? 0;
  return (
    <div>
      {named && (
        <Text size="sm" c="dimmed">
          {model?.title ?? item.model}
        </Text>
      )}
      <Group gap={6} wrap="wrap">
        <StageOf stage={item.from} of={of} none="Not there yet" />
        {ARROWS[item.change]}
        <VisuallyHidden>to</VisuallyHidden>
        <StageOf stage={item.to} of={of} none="Not there any more" />
      </Group>
      <Because item={item} />
    </div>
  );
}

function StageOf({
  stage,
  of,
  none,
}: {
  readonly stage: Change['from'];
  readonly of: number;
  readonly none: string;
}) {
  if (!stage) return <Text size="sm">{none}</Text>;
  return <StageBadge ordinal={stage.ordinal} of={of} name={stage.name} />;
}

function Because({ item: { unit, change, because } }: { readonly item: Change }) {
  const titles = useTitles();
  if (because.length === 0) return null;
  const rest = because.length - NAMED;
  return (
    <Text size="sm" mt={2} component="div">
      {because.slice(0, NAMED).map((reason, index) => {
        const { what, became } = reasonWords(reason, titles, change === 'fell');
        return (
          <span key={reason.event}>
            {index > 0 && '; '}
            <TextLink
              to="/units/$unit/history"
              params={{ unit: reason.unit ?? unit }}
              search={reason.milestone ? { milestone: reason.milestone } : {}}
            >
              {what}
            </TextLink>{' '}
            {became}
            {reason.unit && reason.unit !== unit && (
              <>
                {' at '}
                <UnitLink unit={reason.unit} />
              </>
            )}
            {`, ${occurredText(reason.occurredAt)}`}
          </span>
        );
      })}
      {rest > 0 && `; and ${rest} more`}
    </Text>
  );
}
