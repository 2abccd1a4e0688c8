import type { Figures, Restated } from './figures.js';

/** A fact as a pack names it. */
export type Fact = Figures['changes']['items'][number]['because'][number];
type Stage = NonNullable<Figures['heatmap']['total']['cells'][number]['median']>;
type RestatedFigure = Restated['figures'][number];
type Forecast = NonNullable<Figures['roadmap']['items'][number]['forecast']>;

const DAY = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' },
});
const COUNT = new Intl.NumberFormat('en-GB');

/** "22 Nov 2026". */
export const day = (instant: string): string => DAY.format(new Date(instant));
/** "22 Nov 2026, 10:15 UTC". */
export const moment = (instant: string): string =>
  `${day(instant)}, ${TIME.format(new Date(instant))} UTC`;
/** "1,234". */
export const count = (number: number): string => COUNT.format(number);
/** "1 unit", "12 units". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`;
/** "80 %", rounded as the pages do: what is neither none nor all never reads as that. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return 'below 1 %';
  if (whole === 100 && share < 1) return 'over 99 %';
  return `${whole} %`;
}

/** "2026", "Q2 2026", "Jul 2027", "26 Jul 2027": as roughly as it was given. */
export function rough(given: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(given);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  if (/^\d{4}$/.test(given)) return given;
  return /^\d{4}-\d{2}$/.test(given) ? day(`${given}-01`).replace(/^\d+ /, '') : day(given);
}

/** A sentence with its days as packs write them. */
export const withDays = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (found) =>
    Number.isNaN(Date.parse(found)) ? found : day(found),
  );

/** "3 of 6", "Not started". */
export function rank(ordinal: number, of: number): string {
  return ordinal === 0 ? 'Not started' : `${ordinal} of ${of}`;
}

/** "3 of 6, Hub". */
export function stageText(stage: Stage | null, of: number): string {
  if (!stage) return 'no standing';
  return stage.ordinal === 0 ? 'Not started' : `${rank(stage.ordinal, of)}, ${stage.name}`;
}

const SAID: Readonly<Record<string, (milestone: string) => string>> = {
  'milestone.achieved': (milestone) => `${milestone}: happened`,
  'milestone.lapsed': (milestone) => `${milestone}: ended`,
  'milestone.assessed': (milestone) => `${milestone}: looked at`,
  'milestone.waived': (milestone) => `${milestone}: accepted without it`,
  'waiver.ended': (milestone) => `${milestone}: no longer accepted without it`,
  'event.retracted': (milestone) => `${milestone}: taken back`,
  'unit.registered': () => 'unit registered',
  'unit.changed': () => 'unit changed',
  'unit.moved': () => 'unit moved',
  'unit.retired': () => 'unit retired',
  'unit.reinstated': () => 'unit reinstated',
  'unit.merged': () => 'unit merged',
  'model.added': () => 'model added',
  'model.adopted': () => 'model adopted (model.adopted)',
  'milestone.defined': () => 'dictionary changed',
  'program.changed': () => 'settings of the program changed',
};

/** A fact in words: "Hub launched: happened (2024-03), Nordics". */
export function factText(
  { type, milestone, unit, occurredAt }: Fact,
  names: Figures['names'],
): string {
  const title = milestone === undefined ? 'A fact' : (names.milestones[milestone] ?? milestone);
  const said = SAID[type]?.(title) ?? type;
  const where = unit === null ? '' : `, ${names.units[unit] ?? unit}`;
  return `${said} (${rough(occurredAt)})${where}`;
}

/** What a restated figure is called. */
export function figureText({ figure, stage, name, title }: RestatedFigure, of: number): string {
  switch (figure) {
    case 'below':
      return 'Units in all';
    case 'units':
      return 'Units counted';
    case 'stage':
      return `Units at ${stageText(stage, of)}`;
    case 'median':
      return 'Median stage';
    case 'own':
      return `Where ${name} stands itself`;
    case 'from-children':
      return 'As the model reads it from the units below';
    case 'mean-score':
      return 'Mean score';
    case 'mean-checked':
      return 'Mean share checked';
    case 'rose':
      return 'Units that rose';
    case 'fell':
      return 'Units that fell';
    case 'target':
      return `Target: ${title ?? ''}`;
  }
}

/** What a restated figure was, or is. */
export function toldText(
  told: RestatedFigure['was'],
  { figure }: RestatedFigure,
  of: number,
): string {
  if (told === null) return figure === 'target' ? 'not reached' : 'none';
  if (typeof told === 'string') return `reached ${day(told)}`;
  if (typeof told === 'object') return stageText(told, of);
  if (figure === 'mean-checked') return percent(told);
  return figure === 'mean-score' ? String(told) : count(told);
}

/** A forecast in words, always with what it rests on. */
export function forecastText(forecast: Forecast): string {
  const known = counted(forecast.precedents, 'precedent');
  if (forecast.basis !== 'history') return `too little history (${known})`;
  const by = (share: string, at: string | null | undefined) =>
    `${share}: ${at === null || at === undefined ? 'not in sight' : day(at)}`;
  if (!forecast.p50 && !forecast.p85) return `not in sight (${known})`;
  return `${by('50 %', forecast.p50)}; ${by('85 %', forecast.p85)} (${known})`;
}

/** What pages call a status. */
export const STATUS: Readonly<Record<string, string>> = {
  done: 'reached',
  'on-track': 'on track',
  'at-risk': 'at risk',
  late: 'late',
  aim: 'aim without a date',
};
