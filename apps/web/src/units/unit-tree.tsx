import { Button, Group, Loader, Text, Tree, type TreeNodeData, useTree } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { TextLink } from '../kit/links.js';
import { QueryView } from '../kit/query-view.js';
import { StageBadge } from '../stages/stage-badge.js';
import { useMoment } from '../time/moment.js';
import { countText } from '../time/words.js';
import { HeadlineStage, NoStage } from './headline-stage.js';
import { LEVEL_SIZE, type Level, type StageOf, type UnitEntry, useLevels } from './levels.js';
import classes from './units.module.css';
import { kindText } from '../kit/kind-text.js';

/** The organisation as a tree that is loaded a level at a time. */
export function UnitTree() {
  const query = api.useQuery('get', '/api/v1/units', {
    params: { query: { ...useMoment(), top: 'true', limit: 500 } },
  });
  return (
    <QueryView query={query} height={400}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="No units yet">
            Units are what is tracked: the enterprise, its regions, functions and teams. “Add a
            unit” begins with the topmost.
          </Empty>
        ) : (
          <Roots roots={items} />
        )
      }
    </QueryView>
  );
}

function Roots({ roots }: { readonly roots: readonly UnitEntry[] }) {
  const search = useSearch({ from: '/units' });
  const navigate = useNavigate();
  // the topmost units are open at first: a tree of one line says little
  const open = search.open ?? roots.slice(0, 3).map(({ unit }) => unit);
  const [sizes, setSizes] = useState<ReadonlyMap<string, number>>(new Map());
  const levels = useLevels(open, sizes);
  const tree = useTree({
    expandedState: Object.fromEntries(open.map((unit) => [unit, true])),
    onExpandedStateChange: (state) => {
      const opened = Object.keys(state).filter((unit) => state[unit]);
      // the kit also tells of states that are as before
      if (opened.length === open.length && open.every((unit) => state[unit])) return;
      void navigate({
        to: '.',
        search: (before) => ({ ...before, open: opened }),
        replace: true,
        resetScroll: false,
      });
    },
  });
  // the kit begins anew with each new list, so it is made anew only when it says something new
  const nodes = useMemo(
    () =>
      nodesOf(
        roots,
        levels.of,
        (parent) =>
          setSizes((before) =>
            new Map(before).set(parent, (before.get(parent) ?? LEVEL_SIZE) + 4 * LEVEL_SIZE),
          ),
        undefined,
      ),
    [roots, levels],
  );
  return (
    <>
      {levels.error !== undefined && levels.error !== null && <FaultPanel thrown={levels.error} />}
      <Tree
        tree={tree}
        data={nodes}
        levelOffset={22}
        aria-label="Units"
        expandOnClick
        renderNode={({ node, expanded, hasChildren, elementProps }) => (
          <div {...elementProps} className={`${elementProps.className} ${classes.node}`}>
            <IconChevronRight
              size={16}
              aria-hidden
              className={classes.chevron}
              data-open={expanded}
              style={{ visibility: hasChildren ? 'visible' : 'hidden' }}
            />
            {node.label}
          </div>
        )}
      />
    </>
  );
}

type LevelOf = (parent: string) => Level | undefined;

function nodesOf(
  units: readonly UnitEntry[],
  levelOf: LevelOf,
  showMore: (parent: string) => void,
  around: Level | undefined,
): TreeNodeData[] {
  return units.map((entry) => {
    const { unit, children = 0 } = entry;
    const below = levelOf(unit);
    return {
      value: unit,
      label: <UnitRow entry={entry} around={around} />,
      hasChildren: children > 0,
      ...(children > 0
        ? {
            children: below
              ? [
                  ...nodesOf(below.units, levelOf, showMore, below),
                  ...(below.more ? [moreNode(unit, children - below.units.length, showMore)] : []),
                ]
              : [{ value: `${unit} loading`, label: <Loader size="xs" aria-label="Loading …" /> }],
          }
        : {}),
    };
  });
}

function moreNode(parent: string, left: number, showMore: (parent: string) => void): TreeNodeData {
  return {
    value: `${parent} more`,
    label: (
      <Button size="compact-sm" variant="subtle" onClick={() => showMore(parent)}>
        Show more ({countText(left, 'unit')} left)
      </Button>
    ),
  };
}

interface UnitRowProps {
  readonly entry: UnitEntry;
  /** The level it stands in; absent at the top. */
  readonly around: Level | undefined;
}

function UnitRow({ entry, around }: UnitRowProps) {
  const { unit, name, kind, children = 0, retired } = entry;
  return (
    <Group gap="xs" justify="space-between" style={{ flex: 1, minWidth: 0 }}>
      <Group gap={8} style={{ minWidth: 0 }}>
        <TextLink
          to="/units/$unit"
          params={{ unit }}
          fw={around ? 500 : 650}
          onClick={(event) => event.stopPropagation()}
        >
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {kindText(kind)}
          {children > 0 && ` · ${countText(children, 'unit')}`}
          {retired && ' · retired'}
        </Text>
      </Group>
      {around ? <Stage of={around.stages.get(unit)} /> : <HeadlineStage unit={unit} />}
    </Group>
  );
}

function Stage({ of: known }: { readonly of: StageOf | undefined }) {
  if (!known) return <NoStage />;
  const { stage, of } = known;
  return <StageBadge ordinal={stage.ordinal} of={of} name={stage.name} />;
}
