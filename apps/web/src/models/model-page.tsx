import { Alert, Anchor, Card, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../api/client.js';
import { mayEverywhere, useSession } from '../api/session.js';
import { TextLink } from '../kit/links.js';
import { ButtonLink } from '../kit/links.js';
import { Page } from '../kit/page.js';
import { QueryView } from '../kit/query-view.js';
import { rankText, stageColours } from '../stages/scale.js';
import { type Model, POLICY_TEXTS, sourceText, useTitles } from './catalogue.js';
import { Criteria } from './criterion.js';
import { InferredMark, ModelMarks } from './model-marks.js';
import classes from './models.module.css';
import type { Titles } from '../kit/event-words.js';

/** One maturity model, read as a picture of its stages and what they ask. */
export function ModelPage(): ReactElement {
  const { model } = useParams({ from: '/models/$model' });
  const { version } = useSearch({ from: '/models/$model' });
  const query = api.useQuery('get', '/api/v1/models/{model}', {
    params: { path: { model }, query: version ? { version } : {} },
  });
  return (
    <QueryView query={query} height={640}>
      {(found) => <WholeModel model={found} />}
    </QueryView>
  );
}

function WholeModel({ model }: { readonly model: Model }) {
  const titles = useTitles();
  const { id, title, version, versions, policy, summary, notes, stages, dimensions } = model;
  const { source, items = [], benchmarks } = model;
  const navigate = useNavigate();
  return (
    <Page
      title={title}
      above={
        <TextLink to="/models" size="sm">
          Maturity models
        </TextLink>
      }
      lead={
        <Group gap="xs">
          <ModelMarks model={model} />
          {source?.url ? (
            <Anchor href={source.url} rel="noreferrer">
              {sourceText(model)}
            </Anchor>
          ) : (
            sourceText(model)
          )}
        </Group>
      }
      actions={
        <>
          <NativeSelect
            aria-label="Version"
            value={String(version)}
            data={versions.map((one) => ({ value: String(one), label: `Version ${one}` }))}
            onChange={({ currentTarget }) =>
              void navigate({
                to: '/models/$model',
                params: { model: id },
                search: (before) => ({ ...before, version: Number(currentTarget.value) }),
              })
            }
          />
          <UpgradeLink model={model} />
        </>
      }
    >
      <Stack gap="md" maw={960}>
        {summary && <Text>{summary}</Text>}
        <Text size="sm" c="dimmed">
          {POLICY_TEXTS[policy]}.
        </Text>
        {stages.toReversed().map((stage) => (
          <StageCard
            key={stage.id}
            stage={stage}
            of={stages.length}
            titles={titles}
            dimensional={dimensions.length > 0}
          />
        ))}
        {dimensions.map((dimension) => (
          <DimensionCard key={dimension.id} dimension={dimension} titles={titles} />
        ))}
        {items.length > 0 && (
          <Card withBorder>
            <Title order={2} size="h4">
              What it checks
            </Title>
            <Criteria criteria={items} titles={titles} />
          </Card>
        )}
        <Notes notes={notes} benchmarks={benchmarks} />
      </Stack>
    </Page>
  );
}

function UpgradeLink({ model: { id, version, state } }: { readonly model: Model }) {
  const session = useSession();
  if (state === 'in-force') return null;
  return (
    <ButtonLink to="/models/$model/upgrade" params={{ model: id }} search={{ version }}>
      {mayEverywhere(session, 'curate') ? 'Preview and adopt it' : 'What would it change?'}
    </ButtonLink>
  );
}

type Stage = Model['stages'][number];

function StageCard({
  stage,
  of,
  titles,
  dimensional,
}: {
  readonly stage: Stage;
  readonly of: number;
  readonly titles: Titles;
  /** Whether what is asked stands in the model's dimensions. */
  readonly dimensional: boolean;
}) {
  const { ordinal, name, motto, summary, guidance, pitfalls, inferred, needs, criteria } = stage;
  const { fill, ink } = stageColours(ordinal, of);
  return (
    <Card component="section" withBorder aria-label={`Stage ${rankText(ordinal, of)}: ${name}`}>
      <div className={classes.stage}>
        <div className={classes.badge} style={{ background: fill, color: ink }} aria-hidden>
          {ordinal}
          <span className={classes.of}>of {of}</span>
        </div>
        <Stack gap="xs">
          <Group gap="xs">
            <Title order={2} size="h4">
              {name}
            </Title>
            {inferred && <InferredMark />}
          </Group>
          {motto && <Text fs="italic">“{motto}”</Text>}
          {summary && <Text>{summary}</Text>}
          {needs !== 'all' && (
            <Text size="sm" fw={600}>
              At least {needs.atLeast} of these {needs.inferred ? '(our reading)' : ''}
            </Text>
          )}
          {criteria.length > 0 ? (
            <Criteria criteria={criteria} titles={titles} />
          ) : (
            !dimensional && (
              <Text size="sm" c="dimmed">
                {stage.from === undefined
                  ? 'It asks nothing of its own.'
                  : `From a score of ${stage.from}.`}
              </Text>
            )
          )}
          {guidance && <Text size="sm">{guidance}</Text>}
          {pitfalls.length > 0 && (
            <Alert color="orange" title="What goes wrong here">
              <List size="sm">
                {pitfalls.map((pitfall) => (
                  <List.Item key={pitfall}>{pitfall}</List.Item>
                ))}
              </List>
            </Alert>
          )}
        </Stack>
      </div>
    </Card>
  );
}

function DimensionCard({
  dimension: { name, inferred, levels },
  titles,
}: {
  readonly dimension: Model['dimensions'][number];
  readonly titles: Titles;
}) {
  return (
    <Card component="section" withBorder>
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            {name}
          </Title>
          {inferred && <InferredMark />}
        </Group>
        {levels.toReversed().map(({ level, says, criteria, inferred: ours }) => {
          const { fill, ink } = stageColours(level, levels.length);
          return (
            <div key={level} className={classes.stage}>
              <div className={classes.badge} style={{ background: fill, color: ink }} aria-hidden>
                {level}
                <span className={classes.of}>of {levels.length}</span>
              </div>
              <Stack gap={4}>
                <Group gap="xs">
                  <Title order={3} size="h5">
                    {`Level ${level}: ${says}`}
                  </Title>
                  {ours && <InferredMark />}
                </Group>
                <Criteria criteria={criteria} titles={titles} />
              </Stack>
            </div>
          );
        })}
      </Stack>
    </Card>
  );
}

interface Benchmark {
  readonly says?: string;
  readonly value?: string | number;
  readonly source?: string;
}

function Notes({ notes, benchmarks }: Pick<Model, 'notes' | 'benchmarks'>) {
  const figures = benchmarks as readonly Benchmark[];
  if (notes.length + figures.length === 0) return null;
  return (
    <Card component="section" withBorder>
      <Title order={2} size="h4" mb="xs">
        Good to know
      </Title>
      <List size="sm" spacing="xs">
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
        {figures.map(({ says, value, source }) => (
          <List.Item key={`${says} ${value}`}>
            {says}: <strong>{value}</strong>
            {source ? ` (${source})` : ''}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
