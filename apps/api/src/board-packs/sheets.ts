import type { Figures, PackView } from './figures.js';
import { counted, factText, figureText, rank, toldText } from './words.js';
import type { CellValue, Sheet } from './sheet.js';

type Cell = Figures['heatmap']['total']['cells'][number];

const at = (instant: string) => new Date(instant);

/** What it is, for when, and where the units stand in each model. */
export function summaryRows(pack: PackView): Sheet {
  const { figures, title, text, erased, author } = pack;
  const facts: readonly (readonly CellValue[])[] = [
    ['Title', title ?? figures.unit],
    ['Program', figures.program],
    ['Unit', figures.unit],
    ['Units in all', figures.below],
    ['As of (UTC)', at(pack.asOf)],
    ['As known (UTC)', at(pack.knownAt)],
    ['Position of the log', pack.position],
    ['Made (UTC)', at(pack.madeAt)],
    ['By', author.name],
    ['The office says', erased ? 'erased' : text],
    ['Pack', pack.id],
    [],
    ['Where the units stand'],
    ['Model', 'Version', 'Stage', 'Rank', 'Units'],
  ];
  const stages = figures.models.flatMap(({ title: model, modelVersion, distribution, of }) =>
    distribution.map(({ stage, units }) => [
      ...[model, modelVersion, stage.name, rank(stage.ordinal, of), units],
    ]),
  );
  const each = figures.models.map((model) => [
    ...[model.title, model.modelVersion, model.units, model.median, model.of],
    ...[model.meanScore, model.meanChecked, model.changes?.rose, model.changes?.fell],
  ]);
  return {
    columns: [
      ...([
        ['Board pack', 44],
        ['', 22],
        ['', 26],
        ['', 14],
        ['', 10],
      ] as const),
      ...([
        ['', 12],
        ['', 14],
        ['', 10],
        ['', 10],
      ] as const),
    ],
    rows: [
      ...facts,
      ...stages,
      [],
      ['Each model by itself; stages of different models are never averaged'],
      [
        ...['Model', 'Version', 'Units', 'Median stage', 'Of'],
        ...['Mean score', 'Mean share checked', 'Rose', 'Fell'],
      ],
      ...each,
    ],
  };
}

/** What of the last pack would read differently by now. */
export function restatedRows({ restated, figures }: PackView): Sheet {
  const columns = [
    ...([
      ['Of', 26],
      ['Figure', 40],
      ['Model', 30],
      ['Then known', 24],
      ['Now known', 24],
    ] as const),
    ...([['Facts responsible', 80]] as const),
  ];
  if (restated === null) {
    return { notes: ['This is the first board pack of this unit.'], columns, rows: [] };
  }
  const { since, models, unexplained } = restated;
  const notes = [
    `Since the pack made ${since.madeAt}, as of ${since.asOf}, as known ${since.knownAt}: ${counted(restated.figures.length, 'figure')}.`,
    ...models.map(
      ({ title, was, is }) => `${title}: version ${was} then, ${is} now (model.adopted).`,
    ),
    ...(unexplained > 0
      ? [`Facts were not looked for at ${counted(unexplained, 'unit')} more.`]
      : []),
  ];
  const rows = restated.figures.map((figure) => {
    const model = figures.models.find((one) => one.model === figure.model);
    const of = model?.of ?? 0;
    const told = (value: typeof figure.was) =>
      typeof value === 'number' ? value : toldText(value, figure, of);
    const facts = figure.facts.map((fact) => factText(fact, figures.names));
    return [
      ...[figure.name, figureText(figure, of), model?.title ?? figure.model],
      ...[told(figure.was), told(figure.is), facts.join('\n')],
    ];
  });
  return { notes, columns, rows };
}

/** The units right below across the models. */
export function partRows({ heatmap: { columns, rows, total, children } }: Figures): Sheet {
  return {
    notes: [
      'The median stage of the units of each part that follow the model, and how many they are.',
      ...(children > rows.length ? [`The ${rows.length} largest of ${children} parts.`] : []),
    ],
    columns: [
      ['Part', 30],
      ['Key', 22],
      ['Units', 10],
      ...columns.flatMap(
        ({ title }) =>
          [
            [title, 24],
            ['Units', 10],
          ] as const,
      ),
    ],
    rows: [total, ...rows].map(({ name, unit, below, cells }) => [
      ...[name, unit, below],
      ...cells.flatMap((cell, index) => [standing(cell, columns[index]?.of ?? 0), cell.units]),
    ]),
  };
}

function standing({ median, meanScore, meanChecked }: Cell, of: number): CellValue {
  if (median) return rank(median.ordinal, of);
  return meanChecked ?? meanScore ?? null;
}

/** Who rose, who fell, and by which facts. */
export function changeRows({ changes, models, names }: Figures): Sheet {
  return {
    notes: [`Since ${changes.from}; ${changes.items.length} of ${changes.all}.`],
    columns: [
      ...([
        ['Unit', 28],
        ['Key', 22],
        ['Model', 30],
        ['Change', 12],
      ] as const),
      ...([
        ['From', 24],
        ['To', 24],
        ['Facts responsible', 80],
      ] as const),
    ],
    rows: changes.items.map(({ name, unit, model, change, from, to, because }) => [
      ...[name, unit, models.find((one) => one.model === model)?.title ?? model, change],
      ...[from?.name, to?.name, because.map((fact) => factText(fact, names)).join('\n')],
    ]),
  };
}

/** What was open when the pack was made. */
export function alertRows({ alerts }: Figures): Sheet {
  const { critical, warning, info } = alerts.bySeverity;
  const all = critical + warning + info;
  const [shown, left] = [alerts.items.length, all - alerts.items.length];
  return {
    notes: [
      `Open at ${alerts.at}: ${critical} critical, ${warning} warnings, ${info} to know of.`,
      ...(left > 0 ? [`The first ${shown} of ${all}.`] : []),
    ],
    columns: [
      ...([
        ['Unit', 28],
        ['Key', 22],
        ['Severity', 12],
        ['Rule', 18],
      ] as const),
      ...([
        ['Since (UTC)', 18],
        ['What', 90],
      ] as const),
    ],
    rows: alerts.items.map(({ name, unit, severity, rule, openedAt, summary }) => [
      ...[name, unit, severity, rule, at(openedAt), summary],
    ]),
  };
}
