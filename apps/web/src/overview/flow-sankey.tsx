import { useMantineTheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Sankey } from '@visx/sankey';
import { type ReactElement, useId } from 'react';
import { rankText, stageColours } from '../stages/scale.js';
import { countText, numberText } from '../time/words.js';
import {
  type FlowLink,
  type FlowNode,
  type FlowRow,
  flowGraph,
  WAY_TEXTS,
  type Way,
} from './flow-ways.js';

interface FlowSankeyProps {
  readonly rows: readonly FlowRow[];
  /** How many stages the model has. */
  readonly of: number;
  /** What both sides are: the two dates in words. */
  readonly sides: readonly [string, string];
  readonly label: string;
  readonly width: number;
}

const NODE = 14;
const HEAD = 44;
const FOOT = 52;

/** What is drawn of the ways: colour, and a pattern beside it. */
const LEGEND: readonly Way[] = ['rose', 'fell', 'stayed'];

/** Units from stage to stage as bands: as wide as there are units; those that fell are striped. */
export function FlowSankey({ rows, of, sides, label, width }: FlowSankeyProps): ReactElement {
  const { breakpoints } = useMantineTheme();
  const narrow = useMediaQuery(`(max-width: ${breakpoints.sm})`) ?? false;
  const stripes = `${useId()}-fell`;
  const { nodes, links } = flowGraph(rows);
  const perSide = Math.max(
    ...(['start', 'end'] as const).map((side) => nodes.filter((one) => one.side === side).length),
  );
  const inner = Math.max(300, perSide * 60);
  const height = HEAD + inner + FOOT;
  const margin = narrow ? 92 : 168;
  const strokes: Readonly<Record<Way, string>> = {
    rose: 'var(--flow-rose)',
    fell: `url(#${stripes})`,
    stayed: 'var(--flow-stayed)',
    appeared: 'var(--flow-stayed)',
    left: 'var(--flow-stayed)',
  };
  return (
    <svg role="img" aria-label={label} data-chart className="flow" width={width} height={height}>
      <defs>
        <pattern
          id={stripes}
          width={7}
          height={7}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={7} height={7} fill="var(--flow-fell-pale)" />
          <rect width={3.5} height={7} fill="var(--flow-fell)" />
        </pattern>
      </defs>
      {sides.map((side, index) => (
        <text
          key={side}
          x={index === 0 ? margin : width - margin}
          y={14}
          fontSize={12}
          fontWeight={600}
          fill="var(--mantine-color-text)"
          textAnchor={index === 0 ? 'end' : 'start'}
        >
          {side}
        </text>
      ))}
      <Sankey<FlowNode, FlowLink>
        root={{ nodes: nodes.map((one) => ({ ...one })), links: links.map((one) => ({ ...one })) }}
        nodeId={(node) => node.id}
        nodeWidth={NODE}
        nodePadding={perSide > 1 ? Math.min(26, inner / perSide / 1.6) : 0}
        nodeAlign={(node) => (node.side === 'start' ? 0 : 1)}
        nodeSort={(a, b) => (b.stage?.ordinal ?? -1) - (a.stage?.ordinal ?? -1)}
        extent={[
          [margin, HEAD],
          [width - margin, HEAD + inner],
        ]}
      >
        {({ graph, createPath }) => (
          <>
            {movedLast(graph.links).map((link) => (
              <path
                key={`${link.index}`}
                d={createPath(link) ?? ''}
                fill="none"
                stroke={strokes[link.way]}
                strokeWidth={Math.max(1.5, link.width ?? 0)}
              >
                <title>{linkText(link.row, of)}</title>
              </path>
            ))}
            {graph.nodes.map((node) => (
              <NodeMark key={node.id} node={node} of={of} narrow={narrow} />
            ))}
          </>
        )}
      </Sankey>
      <Legend strokes={strokes} left={narrow ? 4 : margin} top={height - 12} />
    </svg>
  );
}

/** Who moved is drawn over who stayed. */
const movedLast = <Link extends { readonly way: Way }>(links: readonly Link[]): readonly Link[] => [
  ...links.filter(({ way }) => way === 'stayed'),
  ...links.filter(({ way }) => way !== 'stayed'),
];

interface NodeMarkProps {
  readonly node: FlowNode & {
    readonly x0?: number;
    readonly x1?: number;
    readonly y0?: number;
    readonly y1?: number;
  };
  readonly of: number;
  readonly narrow: boolean;
}

function NodeMark({ node, of, narrow }: NodeMarkProps) {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, stage, side, units, came } = node;
  const { fill } = stageColours(stage?.ordinal ?? 0, of);
  const atStart = side === 'start';
  const x = atStart ? x0 - 8 : x1 + 8;
  const middle = (y0 + y1) / 2;
  const place = {
    x,
    textAnchor: atStart ? 'end' : 'start',
    fill: 'var(--mantine-color-text)',
  } as const;
  const arrivals = [
    came.rose ? `▲ ${numberText(came.rose)}` : '',
    came.fell ? `▼ ${numberText(came.fell)}` : '',
  ]
    .filter(Boolean)
    .join('  ');
  return (
    <g>
      <rect
        x={x0}
        y={y0}
        width={x1 - x0}
        height={Math.max(1.5, y1 - y0)}
        fill={fill}
        stroke="var(--stage-edge)"
        strokeDasharray={stage ? undefined : '3 2'}
      />
      <text {...place} y={middle - 2} fontSize={12} fontWeight={600}>
        {nodeText(node, of, narrow)}
      </text>
      <text {...place} y={middle + 12} fontSize={11}>
        {narrow ? numberText(units) : countText(units, 'unit')}
        {arrivals && `  ${arrivals}`}
      </text>
    </g>
  );
}

function nodeText({ stage, side }: FlowNode, of: number, narrow: boolean): string {
  if (!stage) return side === 'start' ? 'Joined since' : 'Left since';
  const rank = rankText(stage.ordinal, of);
  return narrow || stage.ordinal === 0 ? rank : `${rank} ${shortened(stage.name)}`;
}

const shortened = (name: string) => (name.length > 17 ? `${name.slice(0, 16)}…` : name);

function linkText({ from, to, units }: FlowRow, of: number): string {
  const named = (stage: FlowRow['from']) =>
    stage
      ? `${rankText(stage.ordinal, of)} ${stage.ordinal > 0 ? stage.name : ''}`.trim()
      : 'not there';
  return `${countText(units, 'unit')}: ${named(from)} → ${named(to)}`;
}

function Legend({
  strokes,
  left,
  top,
}: {
  readonly strokes: Readonly<Record<Way, string>>;
  readonly left: number;
  readonly top: number;
}) {
  const marks: Readonly<Partial<Record<Way, string>>> = { rose: '▲ ', fell: '▼ ' };
  return (
    <g>
      {LEGEND.map((way, index) => (
        <g key={way} transform={`translate(${left + index * 88}, ${top})`}>
          <rect y={-9} width={22} height={11} fill={strokes[way]} />
          <text x={28} fontSize={12} fill="var(--mantine-color-text)">
            {marks[way] ?? ''}
            {WAY_TEXTS[way]}
          </text>
        </g>
      ))}
    </g>
  );
}
