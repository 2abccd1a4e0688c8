import {
  type AlertStanding,
  AlertsQuery,
  type RankedRecommendation,
  RecommendationsQuery,
} from '#lib/advice';
import type { Titles } from '#lib/projections';
import { instantText } from '../../http/instants.js';
import { type Column, pageByPage, table } from '../export-table.js';
import { type Exportable, said } from '../export-wish.js';
import { type Titled, titled } from '../titled.js';

const PAGE = 500;

const ALERT_COLUMNS: readonly Column<AlertStanding>[] = [
  ['id', ({ id }) => id],
  ['rule', ({ rule }) => rule],
  ['severity', ({ severity }) => severity],
  ['unit', ({ unit }) => unit],
  ['name', ({ unitName }) => unitName],
  ['state', ({ state }) => state],
  ['openedAt', ({ openedAt }) => instantText(openedAt), 'instant'],
  ['closedAt', ({ closedAt }) => (closedAt === null ? null : instantText(closedAt)), 'instant'],
  ['summary', ({ summary }) => summary],
];

type Step = Titled<RankedRecommendation>;

const STEP_COLUMNS: readonly Column<Step>[] = [
  ['unit', ({ item }) => item.unit],
  ['name', ({ item, titles }) => titles.unit(item.unit) ?? null],
  ['rank', ({ item }) => item.rank],
  ['milestone', ({ item }) => item.milestone],
  ['title', ({ item }) => item.title],
  ['status', ({ item }) => item.status],
  ['keyMove', ({ item }) => (item.keyMove ? 'yes' : 'no')],
  [
    'advances',
    ({ item, titles }) => item.advances.map((one) => advanceText(one, titles)).join(', '),
  ],
  ['effort', ({ item }) => item.effort],
  ['recordAt', ({ item }) => item.level],
  ['precedents', ({ item }) => item.precedents.units],
  ['medianDays', ({ item }) => item.precedents.medianDays],
  ['why', ({ item }) => item.why.join(' ')],
  ['id', ({ item }) => item.id],
];

const advanceText = (
  { model, from, to }: RankedRecommendation['advances'][number],
  titles: Titles,
) => `${titles.model(model) ?? model} ${from?.ordinal ?? '–'} → ${to?.ordinal ?? '–'}`;

/** What needs a person. */
export const ALERTS: Exportable = {
  narrowedBy: ['under', 'severity', 'state', 'settled', 'rule', 'assignee'],
  open: (queries, { viewer, under, severity, state, settled, rule, assignee }) =>
    table({
      columns: ALERT_COLUMNS,
      items: pageByPage((after: string | undefined) =>
        queries.execute(
          new AlertsQuery(
            viewer,
            said({ under, severity, state, settled, rule, assignee }),
            PAGE,
            after,
          ),
        ),
      ),
      view: (alert) => Object.fromEntries(ALERT_COLUMNS.map(([head, of]) => [head, of(alert)])),
    }),
};

/** Next steps, the best first. */
export const RECOMMENDATIONS: Exportable = {
  narrowedBy: ['under'],
  open: (queries, { viewer, under }) =>
    table({
      columns: STEP_COLUMNS,
      items: titled(
        queries,
        viewer,
        pageByPage((after: string | undefined) =>
          queries.execute(new RecommendationsQuery(viewer, said({ under }), PAGE, after)),
        ),
      ),
      view: ({ item }) => item,
    }),
};
