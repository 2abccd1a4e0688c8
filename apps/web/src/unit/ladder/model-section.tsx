import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { api } from '../../api/client.js';
import { TextLink } from '../../kit/links.js';
import { QueryView } from '../../kit/query-view.js';
import type { Model } from '../../models/catalogue.js';
import { ModelMarks } from '../../models/model-marks.js';
import type { Titles } from '../../kit/event-words.js';
import { StageBadge } from '../../stages/stage-badge.js';
import { dayText } from '../../time/words.js';
import { useUnit } from '../unit-context.js';
import { Blocked } from './blocked.js';
import type { Case, Standing } from './criteria.js';
import { Checklist } from './checklist.js';
import { Dimensions } from './dimensions.js';
import type { Facts } from './facts.js';
import { NextForecast } from './next-forecast.js';
import { RungList } from './rung-list.js';
import { stageRungs } from './rungs.js';
import { Scored } from './scored.js';

interface ModelSectionProps {
  readonly standing: Standing;
  readonly facts: Facts;
  readonly titles: Titles;
  /** The instant that the page speaks of. */
  readonly asOf: string;
}

/** Where the unit stands in one model, and everything that says so. */
export function ModelSection(props: ModelSectionProps) {
  const { model, modelVersion: version } = props.standing;
  const query = api.useQuery('get', '/api/v1/models/{model}', {
    params: { path: { model }, query: { version } },
  });
  return (
    <Paper component="section" id={model} aria-labelledby={`${model}-title`} className="unit-model">
      <QueryView query={query} height={360}>
        {(whole) => <Shown {...props} model={whole} />}
      </QueryView>
    </Paper>
  );
}

function Shown({ standing, facts, titles, asOf, model }: ModelSectionProps & { model: Model }) {
  const { unit, path } = useUnit();
  const given: Case = {
    standing,
    facts,
    units: [unit, ...path.map((above) => above.unit).reverse()],
  };
  const { stage, since } = standing;
  const of = model.stages.length;
  return (
    <Stack gap="sm">
      <Group gap="sm" justify="space-between">
        <Group gap="xs">
          <Title order={2} size="h3" id={`${model.id}-title`}>
            {model.title}
          </Title>
          <ModelMarks model={model} />
        </Group>
        <TextLink to="/models/$model" params={{ model: model.id }} size="sm">
          What this model asks
        </TextLink>
      </Group>
      <Group gap="sm">
        {stage && <StageBadge ordinal={stage.ordinal} of={of} name={stage.name} />}
        {stage && (
          <Text size="sm" c="dimmed">
            since {dayText(since)}
          </Text>
        )}
      </Group>
      <Blocked standing={standing} of={of} />
      <NextForecast model={model.id} />
      {model.policy === 'gates' && (
        <RungList
          rungs={stageRungs(model, given)}
          titles={titles}
          asOf={asOf}
          since={since}
          order={3}
        />
      )}
      {model.policy === 'dimensions' && (
        <Dimensions model={model} given={given} titles={titles} asOf={asOf} />
      )}
      {model.policy === 'checklist' && (
        <Checklist model={model} given={given} titles={titles} asOf={asOf} />
      )}
      {model.policy === 'scored' && (
        <Scored model={model} given={given} titles={titles} asOf={asOf} />
      )}
    </Stack>
  );
}
