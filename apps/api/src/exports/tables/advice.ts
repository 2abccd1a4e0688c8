import {
  type AlertStanding,
  AlertsQuery,
  type RankedRecommendation,
  RecommendationsQuery,
} from '#lib/advice';
import { instantText } from '../../http/instants.js';
import { type Column, pageByPage, table } from '../export-table.js';
import { type Exportable, said } from '../export-wish.js';

const PAGE = 500;

const ALERT_COLUMNS: readonly Column<AlertStanding>[] = [
  ['id', ({ id }) => id],
  ['rule', ({ rule }) => rule],
  ['severity', ({ severity }) => severity],
  ['unit', ({ unit }) => unit],
  ['state', ({ state }) => state],
  ['openedAt', ({ openedAt }) => instantText(openedAt)],
  ['closedAt', ({ closedAt }) => (closedAt === null ? null : instantText(closedAt))],
  ['summary', ({ summary }) => summary],
];

const STEP_COLUMNS: readonly Column<RankedRecommendation>[] = [
  ['unit', ({ unit }) => unit],
  ['rank', ({ rank }) => rank],
  ['milestone', ({ milestone }) => milestone],
  ['title', ({ title }) => title],
  ['status', ({ status }) => status],
  ['keyMove', ({ keyMove }) => (keyMove ? 'yes' : 'no')],
  ['advances', ({ advances }) => advances.map(advanceText).join(', ')],
  ['effort', ({ effort }) => effort],
  ['recordAt', ({ level }) => level],
  ['precedents', ({ precedents }) => precedents.units],
  ['medianDays', ({ precedents }) => precedents.medianDays],
  ['why', ({ why }) => why.join(' ')],
  ['id', ({ id }) => id],
];

const advanceText = ({ model, from, to }: RankedRecommendation['advances'][number]) =>
  `${model} ${from?.ordinal ?? '–'} → ${to?.ordinal ?? '–'}`;

/** What needs a person. */
export const ALERTS: Exportable = {
  narrowedBy: ['under'],
  open: (queries, { viewer, under }) =>
    table({
      columns: ALERT_COLUMNS,
      items: pageByPage((after: string | undefined) =>
        queries.execute(new AlertsQuery(viewer, said({ under }), PAGE, after)),
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
      items: pageByPage((after: string | undefined) =>
        queries.execute(new RecommendationsQuery(viewer, said({ under }), PAGE, after)),
      ),
      view: (step) => step,
    }),
};
