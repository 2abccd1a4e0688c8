import type { ProgramId, UnitKey } from '#lib/domain';
import type { Moment, Titles } from '#lib/projections';
import { instantText } from '../http/instants.js';
import type { About } from './workbook/workbook.js';

/** What each table is called, and the page of the dashboard that shows it. */
export const ABOUT = {
  units: { title: 'Units', page: () => '/units' },
  milestones: { title: 'Milestones', page: historyOf },
  assessments: { title: 'Assessments', page: historyOf },
  targets: { title: 'Targets', page: roadmapOf },
  standings: { title: 'Standings', page: overviewOf },
  heatmap: { title: 'Heatmap', page: overviewOf },
  distribution: { title: 'Units by stage', page: overviewOf },
  roadmap: { title: 'Roadmap', page: roadmapOf },
  recommendations: { title: 'Next steps', page: (under) => (under ? `/units/${under}` : '/') },
  alerts: { title: 'Alerts', page: (under) => `/alerts${under ? `?under=${under}` : ''}` },
  log: { title: 'Log', page: () => '/log' },
} as const satisfies Readonly<Record<string, Shown>>;

/** A table that can be exported. */
export type TableName = keyof typeof ABOUT;

interface Shown {
  readonly title: string;
  readonly page: (under?: string) => string;
}

function historyOf(under?: string): string {
  return under ? `/units/${under}/history` : '/log';
}

function roadmapOf(under?: string): string {
  return under ? `/roadmap/${under}` : '/roadmap';
}

function overviewOf(under?: string): string {
  return under ? `/overview/${under}` : '/';
}

/** What was asked for, and where. */
export interface ExportFrom {
  readonly name: TableName;
  /** What narrows it, as it was asked for. */
  readonly asked: Readonly<Record<string, string | number | undefined>>;
  /** Where browsers reach us. */
  readonly origin: string;
}

/** What a workbook says of itself: of what program it is, for when, and where to look. */
export function aboutOf(
  program: ProgramId,
  { name, asked, origin }: ExportFrom,
  told: { readonly moment: Moment; readonly titles: Titles; readonly rows: number },
): About {
  const { titles, rows } = told;
  const [asOf, knownAt] = [instantText(told.moment.asOf), instantText(told.moment.knownAt)];
  const under = asked.under === undefined ? undefined : String(asked.under);
  const { title, page }: Shown = ABOUT[name];
  const times = { ...(name === 'log' ? {} : { asOf }), knownAt };
  const shown = new URL(page(under), origin);
  for (const [time, at] of Object.entries(times)) shown.searchParams.set(time, at);
  const given = Object.entries(asked).filter(
    ([one, value]) => value !== undefined && !['under', 'asOf', 'knownAt'].includes(one),
  );
  return {
    title: `${title}, ${titles.program}`,
    at: knownAt,
    lines: [
      ['Table', title],
      ['Program', titles.program],
      ['Key of the program', program],
      ...(under === undefined
        ? []
        : ([['Under', `${titles.unit(under as UnitKey) ?? under} (${under})`]] as const)),
      ...given.map(([one, value]) => [one, value ?? null] as const),
      ...('asOf' in times ? ([['As of (UTC)', asOf, 'instant']] as const) : []),
      ['Known at (UTC)', knownAt, 'instant'],
      ['Position of the log', told.moment.position],
      ['Rows', rows],
      ['In the dashboard', shown.href, 'link'],
      ['All times', 'UTC'],
    ],
  };
}
