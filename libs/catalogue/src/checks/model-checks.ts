import type { Finding, Path } from '../read/fault.js';
import { checkExpression, checkKey } from './expression-checks.js';
import { asMap, entriesOf, repeated } from './raw.js';

type Written = Readonly<Record<string, unknown>>;
type Located = { readonly entry: Written; readonly path: Path };

/**
 * What the shape of a model does not tell: ids that stand twice, counts that can never be met, the
 * numbering of levels, scores that do not rise, unknown milestones. Parts of the wrong shape are passed
 * over, so that one reading lists all faults.
 * @source models/README.md, rules S-4 to S-12
 */
export function checkModel(written: unknown, known: ReadonlySet<string>): Finding[] {
  const model = asMap(written);
  const stages = entriesOf(model, 'stages', []);
  const dimensions = entriesOf(model, 'dimensions', []);
  const levels = dimensions.flatMap(({ entry, path }) => entriesOf(entry, 'levels', path));
  const groups = entriesOf(model, 'groups', []);
  const steps = [...stages, ...levels];
  const criteria = [
    ...steps.flatMap(({ entry, path }) => entriesOf(entry, 'criteria', path)),
    ...entriesOf(model, 'items', []),
    ...groups.flatMap(itemsOf),
  ];
  return [
    ...repeated(stages, 'id', (id) => `Another stage is called \`${id}\`. Give each its own id.`),
    ...stages.flatMap(notNone),
    ...repeated(
      dimensions,
      'id',
      (id) => `Another dimension is called \`${id}\`. Give each its own id.`,
    ),
    ...dimensions.flatMap((dimension) => numbering(dimension, stages.length)),
    ...repeated(criteria, 'id', (id) => `\`${id}\` stands twice. An id is unique in the model.`),
    ...criteria.flatMap(({ entry, path }) => checkCriterion(entry, path, known)),
    ...steps.flatMap(impossibleNeeds),
    ...siblings(groups),
    ...groups.flatMap(checkGroup),
    ...(model.policy === 'scored' ? rising(stages) : []),
  ];
}

function checkCriterion(entry: Written, path: Path, known: ReadonlySet<string>): Finding[] {
  const key = entry.milestone;
  return [
    ...checkExpression(entry.when, [...path, 'when'], known),
    ...(typeof key === 'string' ? checkKey(key, [...path, 'milestone'], known) : []),
  ];
}

function notNone({ entry, path }: Located): Finding[] {
  if (entry.id !== 'none') return [];
  return [{ path: [...path, 'id'], message: '`none` means "Not started". Choose another id.' }];
}

function numbering({ entry, path }: Located, stages: number): Finding[] {
  const levels = entriesOf(entry, 'levels', path);
  if (levels.length === 0 || stages === 0) return [];
  const findings: Finding[] = levels.flatMap(({ entry: level, path: at }, index) => {
    if (typeof level.level !== 'number' || level.level === index + 1) return [];
    return [
      {
        path: [...at, 'level'],
        message: `Levels are numbered 1, 2, 3 … in order. Write ${index + 1} here.`,
      },
    ];
  });
  if (levels.length !== stages) {
    findings.push({
      path: [...path, 'levels'],
      onKey: true,
      message: `There are ${levels.length} levels and ${stages} stages. Write as many levels as stages.`,
    });
  }
  return findings;
}

function impossibleNeeds({ entry, path }: Located): Finding[] {
  const { atLeast } = asMap(entry.needs);
  if (typeof atLeast !== 'number') return [];
  const counted = entriesOf(entry, 'criteria', path).filter(
    ({ entry: criterion }) => criterion.supporting !== true,
  ).length;
  if (atLeast <= counted) return [];
  const message = `At least ${atLeast} of ${counted} counted criteria can never be (supporting ones do not count). Lower it, or add criteria.`;
  return [{ path: [...path, 'needs', 'atLeast'], message }];
}

function itemsOf({ entry, path }: Located): readonly Located[] {
  return [...entriesOf(entry, 'items', path), ...entriesOf(entry, 'groups', path).flatMap(itemsOf)];
}

function siblings(groups: readonly Located[]): Finding[] {
  return [
    ...repeated(
      groups,
      'id',
      (id) => `Another group beside this one is called \`${id}\`. Rename one.`,
    ),
    ...groups.flatMap(({ entry, path }) => siblings(entriesOf(entry, 'groups', path))),
  ];
}

function checkGroup({ entry, path }: Located): Finding[] {
  const findings: Finding[] = [];
  if ((entry.groups === undefined) === (entry.items === undefined)) {
    findings.push({
      path,
      message: 'A group holds either `groups` or `items`. Write one of the two.',
    });
  }
  for (const { entry: item, path: at } of entriesOf(entry, 'items', path)) {
    if ((item.milestone === undefined) === (item.when === undefined)) {
      findings.push({
        path: at,
        message: 'An item asks either `milestone` or `when`. Write one of the two.',
      });
    }
  }
  return [...findings, ...entriesOf(entry, 'groups', path).flatMap(checkGroup)];
}

function rising(stages: readonly Located[]): Finding[] {
  let before: number | undefined;
  return stages.flatMap(({ entry, path }, index) => {
    const { from } = entry;
    if (typeof from !== 'number') return [];
    const previous = before;
    before = from;
    if (index === 0 && from !== 0) {
      return [
        { path: [...path, 'from'], message: 'The first stage begins at 0. Write `from: 0`.' },
      ];
    }
    if (previous === undefined || from > previous) return [];
    return [
      {
        path: [...path, 'from'],
        message: `Scores rise from stage to stage. Write more than ${previous}.`,
      },
    ];
  });
}
