import { type Chance, chanceOf, DAY, type Stretches } from '#lib/domain';

/** What a generated history is like. Times are in days. */
export interface HistoryKind {
  readonly name: string;
  readonly units: number;
  /** Days that are usual at each gate, from ordinal 0 up. */
  readonly usual: readonly number[];
  /** How much the time at a gate scatters by itself (standard deviation of the logarithm). */
  readonly scatter: number;
  /** How much units differ in pace (likewise). */
  readonly paces: number;
  /** Units begin spread over so many days. */
  readonly entry: number;
  /** The share that never leaves an ordinal from 1 up. */
  readonly stuck?: number;
  /** The chance that a wait from ordinal 1 up ends in a fall. */
  readonly falls?: number;
  /** The chance that a rise goes two up. */
  readonly jumps?: number;
  /** The program gets faster: the usual time halves in so many days. */
  readonly halves?: number;
  /** Everybody slows down by a factor during some quarters. */
  readonly crises?: number;
}

const base = { units: 200, usual: [200, 300, 250, 350], scatter: 0.7, paces: 0, entry: 1500 };

/** Histories of several kinds, what we think programs are like and what we fear. */
export const KINDS: readonly HistoryKind[] = [
  { ...base, name: 'all alike' },
  { ...base, name: 'units differ in pace', paces: 0.6 },
  { ...base, name: 'units differ very much in pace', paces: 1, scatter: 0.5 },
  { ...base, name: 'all begin at once, paces differ', paces: 0.6, entry: 30 },
  { ...base, name: 'a quarter gets stuck at each stage', paces: 0.4, stuck: 0.25 },
  { ...base, name: 'falls and comebacks', paces: 0.4, falls: 0.3 },
  { ...base, name: 'stages skipped', paces: 0.4, jumps: 0.3 },
  { ...base, name: 'wild scatter', paces: 0.4, scatter: 1.4 },
  { ...base, name: 'small: 40 units', units: 40, paces: 0.5 },
  { ...base, name: 'large: 1,000 units', units: 1000, paces: 0.5 },
  { ...base, name: 'everything at once', paces: 0.5, stuck: 0.1, falls: 0.2, jumps: 0.2 },
  { ...base, name: 'the program gets faster (halves in 4 years)', paces: 0.4, halves: 1461 },
  { ...base, name: 'crises that slow everybody', paces: 0.4, crises: 4 },
];

/** The whole truth of a history, to the end of time; instants in milliseconds from 0. */
export function historyOf(kind: HistoryKind, seed: number): Stretches & { readonly units: number } {
  const chance = chanceOf('history', kind.name, seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const [unit, from, until, ordinal]: number[][] = [[], [], [], []] as const;
  const crises = Array.from({ length: 30 }, () => kind.crises !== undefined && chance() < 0.25);
  for (let one = 0; one < kind.units; one++) {
    const pace = Math.exp(kind.paces * normal());
    let at = Math.round(chance() * kind.entry);
    for (let stage = 0; ; ) {
      const wait =
        stage === kind.usual.length
          ? undefined
          : waitAt(kind, stage, at, pace, normal, chance, crises);
      unit?.push(one);
      from?.push(at * DAY);
      ordinal?.push(stage);
      if (wait === undefined) {
        until?.push(Number.POSITIVE_INFINITY);
        break;
      }
      at += wait;
      until?.push(at * DAY);
      if (stage > 0 && chance() < (kind.falls ?? 0)) stage -= 1;
      else stage = Math.min(kind.usual.length, stage + (chance() < (kind.jumps ?? 0) ? 2 : 1));
    }
  }
  return {
    length: unit?.length ?? 0,
    unit: unit ?? [],
    from: from ?? [],
    until: until ?? [],
    ordinal: ordinal ?? [],
    units: kind.units,
  };
}

function waitAt(
  kind: HistoryKind,
  stage: number,
  at: number,
  pace: number,
  normal: () => number,
  chance: Chance,
  crises: readonly boolean[],
): number | undefined {
  if (stage > 0 && chance() < (kind.stuck ?? 0)) return undefined;
  const usual =
    (kind.usual[stage] as number) * 0.5 ** (at / (kind.halves ?? Number.POSITIVE_INFINITY));
  let work = usual * pace * Math.exp(kind.scatter * normal());
  if (!kind.crises) return Math.max(1, Math.round(work));
  let days = 0;
  while (work > 0) {
    // quarters of 91 days; in a crisis a day is worth less
    const rate = crises[Math.floor((at + days) / 91) % crises.length] ? 1 / kind.crises : 1;
    const step = Math.min(work / rate, 7);
    days += step;
    work -= step * rate;
  }
  return Math.max(1, Math.round(days));
}
