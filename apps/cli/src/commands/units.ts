import { Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { readModels } from '../catalogue.js';
import { type Asking, type Cli, type TimeOptions, wholeNumber, withTimes } from '../cli.js';
import { EXIT, Failure } from '../failure.js';
import { near } from '../text/near.js';
import { table } from '../text/table.js';
import { widthOf } from '../text/width.js';

interface UnitsOptions extends TimeOptions {
  readonly under?: string;
  readonly kind?: string;
  readonly tag?: string;
  readonly owner?: string;
  readonly model?: string;
  readonly depth?: number;
}

type Unit = Schemas['UnitEntry'];

/** A unit with what stands before its name in a picture of the tree. */
interface Placed {
  readonly unit: Unit;
  readonly branch: string;
  readonly depth: number;
}

/** `waymark units [words]` */
export function unitsCommand(cli: Cli): Command {
  const command = new Command('units')
    .summary('the tree of units, and the stages they stand at')
    .description(
      'Units as a tree, each with its stage in one model (the program’s headline when none is named).',
    )
    .argument('[words]', 'those whose key or name has these words in it')
    .option('-u, --under <unit>', 'a unit and all below it')
    .option('-k, --kind <kind>', 'a region, a team, …')
    .option('-t, --tag <tag>', 'those with a tag')
    .option('-o, --owner <email>', 'those of somebody')
    .option('-m, --model <model>', 'the model whose stages are shown')
    .addOption(
      new Option('-d, --depth <levels>', 'so many levels of the tree').argParser(wholeNumber),
    );
  return withTimes(command).action(
    async (words: string | undefined, _given: unknown, self: Command) => {
      const asking = await cli.asking<UnitsOptions>(self);
      const { api, terminal, options } = asking;
      const { under, kind, tag, owner, asOf, knownAt } = options;
      const query = { under, kind, tag, owner, asOf, knownAt, q: words, limit: 500 };
      const units = await api.all((client, cursor) =>
        client.GET('/api/v1/units', { params: { query: { ...query, cursor } } }),
      );
      if (options.json) return terminal.json({ items: units, next: null });
      if (units.length === 0)
        return terminal.say(
          words || kind || tag || owner ? 'No unit is like that.' : 'There is no unit yet.',
        );
      const stages = await stagesOf(asking, units);
      const { paint, columns } = terminal;
      const rows = treeOf(units).filter(({ depth }) => depth < (options.depth ?? Infinity));
      terminal.say(
        ...table(
          rows,
          [
            {
              title: units.length === 1 ? '1 unit' : `${units.length} units`,
              of: ({ branch, unit }) => branch + unit.name,
              paint: (text, { branch, unit }) =>
                paint.faint(text.slice(0, branch.length)) +
                (unit.retired ? paint.faint : (one: string) => one)(text.slice(branch.length)),
              shrinksTo: 26,
            },
            {
              title: 'key',
              of: ({ unit }) => unit.unit,
              paint: (text) => paint.faint(text),
            },
            {
              title: 'kind',
              of: ({ unit }) => unit.kind + (unit.retired ? ', retired' : ''),
              leaves: 1,
            },
            ...(stages ? [stageColumn(asking, stages)] : []),
          ],
          { columns, paint },
        ),
      );
      return undefined;
    },
  );
}

interface Stages {
  readonly title: string;
  readonly of: number;
  readonly at: ReadonlyMap<string, Schemas['StageRef']>;
}

function stageColumn({ terminal }: Asking<UnitsOptions>, { title, of, at }: Stages) {
  const { paint } = terminal;
  const widest = Math.max(...[...at.values()].map(({ name }) => widthOf(name)));
  return {
    title,
    of: ({ unit }: Placed) => {
      const stage = at.get(unit.unit);
      if (!stage) return '–';
      return `${'█'.repeat(stage.ordinal)}${'░'.repeat(Math.max(0, of - stage.ordinal))} ${stage.ordinal} ${stage.name}`;
    },
    paint: (text: string) =>
      text.replace(
        /^(█*)(░*)/,
        (_all, full: string, empty: string) => paint.done(full) + paint.faint(empty),
      ),
    shrinksTo: of + 3 + widest,
  };
}

/** Where units stand in one model: counted in the subtrees of those at the top. */
async function stagesOf(
  { api, options }: Asking<UnitsOptions>,
  units: readonly Unit[],
): Promise<Stages | undefined> {
  const [models, program] = await Promise.all([
    readModels(api),
    api.ask((client) => client.GET('/api/v1/program')),
  ]);
  const id = options.model ?? program.headline ?? program.models[0];
  const model = id === undefined ? undefined : models(id);
  if (options.model && !model) {
    const keys = await api.all((client, cursor) =>
      client.GET('/api/v1/models', { params: { query: { cursor } } }),
    );
    const found = near(
      options.model,
      keys.map((one) => one.id),
    );
    throw new Failure(`There is no model "${options.model}".`, EXIT.refused, [
      found.length > 0
        ? `Did you mean ${found.join(' or ')}?`
        : 'waymark models list lists those there are.',
    ]);
  }
  if (!model || model.stages.length === 0) return undefined;
  const { asOf, knownAt } = options;
  const at = new Map<string, Schemas['StageRef']>();
  for (const { unit } of topOf(units)) {
    const changes = await api.all((client, cursor) =>
      client.GET('/api/v1/rollups/{unit}/changes', {
        params: {
          path: { unit },
          query: {
            model: model.id,
            change: 'appeared',
            from: '0001-01-01',
            to: asOf,
            knownAt,
            limit: 500,
            cursor,
          },
        },
      }),
    );
    for (const { unit: key, to } of changes) if (to) at.set(key, to);
  }
  return { title: model.id, of: model.stages.length, at };
}

/** Those whose parents are not in the list. */
function topOf(units: readonly Unit[]): readonly Unit[] {
  const listed = new Set(units.map(({ unit }) => unit));
  return units.filter(({ parent }) => parent === null || !listed.has(parent));
}

/** The list as a tree, parents before children, in the order of their names. */
export function treeOf(units: readonly Unit[]): readonly Placed[] {
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  const named = (list: readonly Unit[]) => [...list].sort((a, b) => a.name.localeCompare(b.name));
  const place = (unit: Unit, branch: string, indent: string, depth: number): readonly Placed[] => {
    const children = named(below.get(unit.unit) ?? []);
    return [
      { unit, branch, depth },
      ...children.flatMap((child, index) => {
        const last = index === children.length - 1;
        return place(
          child,
          `${indent}${last ? '└─ ' : '├─ '}`,
          `${indent}${last ? '   ' : '│  '}`,
          depth + 1,
        );
      }),
    ];
  };
  return named(topOf(units)).flatMap((unit) => place(unit, '', '', 0));
}
