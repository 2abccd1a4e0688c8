import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schemas } from '#lib/client';
import { UnitLink } from '../../kit/unit-link.js';
import { EFFORT_TEXTS, type Model } from '../../models/catalogue.js';
import { KeyMoveMark } from '../../models/model-marks.js';
import { StageBadge } from '../../stages/stage-badge.js';
import { countText, daysText } from '../../time/words.js';
import { StepActions } from './step-actions.js';

type Step = Schemas['Recommendation'];

interface NextStepProps {
  readonly step: Step;
  readonly models: ReadonlyMap<string, Model>;
}

/** A step with its reasons, what it leads to, and how it went for others. */
export function NextStep({ step, models }: NextStepProps) {
  const { title, why, keyMove, effort, level, advances, precedents } = step;
  // the list follows a moment after a decision is in the log
  const [decided, setDecided] = useState<Step['status']>();
  const status = decided ?? step.status;
  const alone = advances.filter((one) => one.alone);
  return (
    <li>
      <Stack gap={4}>
        <Group gap={8}>
          <Text fw={650}>{title}</Text>
          {keyMove && <KeyMoveMark />}
          {status !== 'open' && (
            <Badge tt="none" size="sm" variant="outline" color="gray">
              {status === 'accepted' ? 'Accepted' : 'Dismissed'}
            </Badge>
          )}
        </Group>
        {alone.map(({ model, from, to }) => (
          <Advance key={model} from={from} to={to} model={models.get(model)} />
        ))}
        {why.map((reason) => (
          <Text key={reason} size="sm">
            {reason}
          </Text>
        ))}
        <Text size="sm" c="dimmed" component="div">
          {[precedentsText(precedents), effort ? `${EFFORT_TEXTS[effort]} effort` : '']
            .filter(Boolean)
            .join(' · ')}
          {level && (
            <>
              {' · best recorded at '}
              <UnitLink unit={level} size="sm" />
            </>
          )}
        </Text>
        <StepActions step={{ ...step, status }} onDecided={setDecided} />
      </Stack>
    </li>
  );
}

interface AdvanceProps {
  readonly from: Schemas['StageRef'] | null;
  readonly to: Schemas['StageRef'] | null;
  readonly model: Model | undefined;
}

function Advance({ from, to, model }: AdvanceProps) {
  if (!from || !to || !model) return null;
  const of = model.stages.length;
  return (
    <Group gap={6}>
      <StageBadge ordinal={from.ordinal} of={of} name={from.name} short />
      <IconArrowRight size={14} aria-label="to" />
      <StageBadge ordinal={to.ordinal} of={of} name={to.name} short />
      <Text size="sm" c="dimmed">
        {model.title}
      </Text>
    </Group>
  );
}

/** How it went for other units, in words. */
function precedentsText({ units, medianDays }: Step['precedents']): string {
  if (units === 0) return 'Nobody else has done it yet';
  const time = medianDays === null ? '' : `, ${daysText(medianDays)} at the median`;
  return `${countText(units, 'other unit')} did it${time}`;
}
