import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '#lib/client';
import { ChartFrame } from '../../charts/chart-frame.js';
import type { Twin } from '../../charts/twin.js';
import { rankText } from '../../stages/scale.js';
import { StageBadge } from '../../stages/stage-badge.js';
import { countText, numberText, percentText } from '../../time/words.js';
import { DistributionBar } from './distribution-bar.js';
import { halfwayUp, sentenceOf } from './sentence.js';
import './now.css';

interface NowProps {
  readonly name: string;
  readonly rollup: Schemas['Rollup'];
  /** How many rose and fell; undefined until it is known. */
  readonly moves: { readonly rose: number; readonly fell: number } | undefined;
  /** Says since when, and lets one choose. */
  readonly since: ReactNode;
}

/** What one has to know in ten seconds: a sentence, large figures, one bar. */
export function Now({ name, rollup, moves, since }: NowProps) {
  const { distribution, units, below } = rollup;
  const title = sentenceOf(rollup);
  const note = followText(units, below);
  return (
    <ChartFrame id="now" title={title} note={note} twin={twinOf(rollup)}>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="lg" verticalSpacing="md">
          <Level rollup={rollup} />
          <Middle rollup={rollup} />
          {distribution.length > 0 && (
            <>
              <Moves moves={moves} since={since} />
              <Figure
                label={`${name} itself`}
                figure={<Itself rollup={rollup} />}
                said={rollup.own?.name ?? 'It does not follow this model itself'}
              />
            </>
          )}
        </SimpleGrid>
        {distribution.length > 0 && units > 0 && (
          <DistributionBar distribution={distribution} title={`Units by stage: ${title}`} />
        )}
      </Stack>
    </ChartFrame>
  );
}

interface FigureProps {
  readonly label: ReactNode;
  readonly figure: ReactNode;
  readonly said: ReactNode;
}

function Figure({ label, figure, said }: FigureProps) {
  return (
    <div className="figure">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="figure-large">{figure}</div>
      <Text size="sm">{said}</Text>
    </div>
  );
}

function Level({ rollup }: { readonly rollup: Schemas['Rollup'] }) {
  const { units, meanChecked, meanScore } = rollup;
  const reached = halfwayUp(rollup);
  if (!reached) {
    const share = typeof meanChecked === 'number';
    return (
      <Figure
        label={share ? 'In place, on average' : 'Mean score'}
        figure={share ? percentText(meanChecked) : numberText(meanScore ?? 0)}
        said={`over ${countText(units, 'unit')}`}
      />
    );
  }
  return (
    <Figure
      label={`At stage ${reached.ordinal} or above`}
      figure={
        <>
          {numberText(reached.units)}
          <span className="figure-of"> of {countText(units, 'unit')}</span>
        </>
      }
      said={`${percentText(units === 0 ? 0 : reached.units / units)} at ${reached.name} or further`}
    />
  );
}

function Middle({ rollup: { median, distribution } }: { readonly rollup: Schemas['Rollup'] }) {
  const of = distribution.length - 1;
  if (median === null || of < 1) return null;
  return (
    <Figure
      label="Median"
      figure={
        median > 0 ? (
          <>
            {median}
            <span className="figure-of"> of {of}</span>
          </>
        ) : (
          rankText(median, of)
        )
      }
      said={distribution[median]?.stage.name}
    />
  );
}

function Moves({ moves, since }: Pick<NowProps, 'moves' | 'since'>) {
  return (
    <Figure
      label="Rose and fell"
      figure={
        moves ? (
          <Group gap="md" wrap="nowrap">
            <Move icon={<IconTrendingUp size={24} />} units={moves.rose} word="rose" />
            <Move icon={<IconTrendingDown size={24} />} units={moves.fell} word="fell" />
          </Group>
        ) : (
          '…'
        )
      }
      said={since}
    />
  );
}

interface MoveProps {
  readonly icon: ReactNode;
  readonly units: number;
  readonly word: string;
}

function Move({ icon, units, word }: MoveProps) {
  return (
    <span className="figure-move">
      <span aria-hidden>{icon}</span>
      {numberText(units)}
      <span className="figure-of">{word}</span>
    </span>
  );
}

function Itself({ rollup: { own, distribution } }: { readonly rollup: Schemas['Rollup'] }) {
  const of = distribution.length - 1;
  if (!own) return <span className="figure-of">–</span>;
  return <StageBadge ordinal={own.ordinal} of={of} />;
}

function followText(units: number, below: number): string {
  if (below === 1) return units === 1 ? 'It follows the model.' : 'It does not follow the model.';
  if (units === below) return `All ${countText(units, 'unit')} here follow the model.`;
  const follow = units === 1 ? 'follows' : 'follow';
  return `${numberText(units)} of ${countText(below, 'unit')} ${follow} the model; the figures are theirs.`;
}

function twinOf({ distribution, units, meanChecked, meanScore }: Schemas['Rollup']): Twin {
  if (distribution.length === 0) {
    const mean = meanChecked ?? meanScore ?? null;
    return { columns: ['Units', 'Mean'], rows: [[units, mean]] };
  }
  return {
    columns: ['Stage', 'Name', 'Units', 'Share'],
    rows: distribution.map(({ stage, units: here }) => [
      rankText(stage.ordinal, distribution.length - 1),
      stage.name,
      here,
      percentText(units === 0 ? 0 : here / units),
    ]),
  };
}
