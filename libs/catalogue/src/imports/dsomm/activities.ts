import type { WrittenMilestone } from '../../schema/milestone.schema.js';
import { type ForeignDocument, mapOf, numberOf, textsOf } from '../foreign.js';
import { IMPORT_LIMITS } from '../import-file.js';
import { line, LONGEST, plain } from '../texts.js';
import { type Spot, type Trouble, within } from '../trouble.js';

/** One activity of DSOMM, and the milestone that it becomes. */
export interface Activity {
  readonly uuid: string;
  readonly dimension: string;
  readonly subDimension: string;
  /** 1 … 5 */
  readonly level: number;
  /** 1 … 5, where it is told. */
  readonly usefulness: number | undefined;
  readonly entry: WrittenMilestone;
  readonly spot: Spot;
}

/** What a DSOMM model says, and of which release it is. */
export interface Dsomm {
  readonly activities: readonly Activity[];
  readonly version: string | undefined;
  readonly released: string | undefined;
  readonly publisher: string | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const LEVELS = [1, 2, 3, 4, 5] as const;

/** The milestone of an activity: of its id alone, so that words may change. */
export function keyOf(uuid: string): string {
  return `dsomm.${uuid}`;
}

/** Reads the documents of a `model.yaml`: one says `meta`, the others dimensions, sub-dimensions and activities. */
export function readActivities(documents: readonly ForeignDocument[], trouble: Trouble): Dsomm {
  const found: (Activity & { readonly dependsOn: readonly string[] })[] = [];
  const seen = new Set<string>();
  let meta: Readonly<Record<string, unknown>> = {};
  for (const { value, spot } of documents) {
    const whole = mapOf(value);
    if (!whole) {
      trouble.fault(spot, 'A map of dimensions goes here, as DSOMM generates its model.yaml.');
      continue;
    }
    meta = { ...meta, ...mapOf(whole.meta) };
    for (const at of activitiesIn(whole, spot, trouble)) {
      if (seen.size === IMPORT_LIMITS.activities) {
        trouble.fault(at.spot, `There are more than ${IMPORT_LIMITS.activities} activities.`);
        break;
      }
      const activity = readActivity(at, trouble);
      if (!activity) continue;
      if (seen.has(activity.uuid)) {
        trouble.fault(within(at.spot, 'uuid'), 'Another activity has this uuid. Take one out.');
      }
      seen.add(activity.uuid);
      found.push(activity);
    }
  }
  return {
    activities: withDependencies(found, trouble),
    version: line(meta.version, 40),
    released: line(meta.released, 40),
    publisher: line(meta.publisher, 500),
  };
}

interface At {
  readonly dimension: string;
  readonly subDimension: string;
  readonly title: string;
  readonly value: unknown;
  readonly spot: Spot;
}

function* activitiesIn(
  whole: Readonly<Record<string, unknown>>,
  spot: Spot,
  trouble: Trouble,
): Generator<At> {
  for (const [dimension, subs] of partsOf(whole, spot, 'A dimension', trouble)) {
    const atDimension = within(spot, dimension);
    for (const [subDimension, inner] of partsOf(subs, atDimension, 'A sub-dimension', trouble)) {
      const atSub = within(atDimension, subDimension);
      for (const [title, value] of Object.entries(inner)) {
        yield { dimension, subDimension, title, value, spot: within(atSub, title) };
      }
    }
  }
}

function* partsOf(
  owner: Readonly<Record<string, unknown>>,
  spot: Spot,
  what: string,
  trouble: Trouble,
): Generator<[string, Readonly<Record<string, unknown>>]> {
  for (const [name, value] of Object.entries(owner)) {
    if (name.startsWith('_') || (name === 'meta' && spot.path.length === 0)) continue;
    const inner = mapOf(value);
    if (inner) yield [name, inner];
    else trouble.fault(within(spot, name), `${what} is a map. Write what belongs to it below it.`);
  }
}

function readActivity(
  { dimension, subDimension, title, value, spot }: At,
  trouble: Trouble,
): (Activity & { readonly dependsOn: readonly string[] }) | undefined {
  const written = mapOf(value);
  if (!written) {
    trouble.fault(spot, 'An activity is a map with `uuid` and `level`. Write them.');
    return undefined;
  }
  const uuid = typeof written.uuid === 'string' ? written.uuid.trim().toLowerCase() : '';
  const level = numberOf(written.level) ?? 0;
  if (!UUID.test(uuid)) {
    trouble.fault(within(spot, 'uuid'), 'An activity has a `uuid`, 32 hex digits in five groups.');
  }
  if (!LEVELS.some((one) => one === level)) {
    trouble.fault(within(spot, 'level'), 'A level is 1, 2, 3, 4 or 5.');
  }
  if (!UUID.test(uuid) || !LEVELS.some((one) => one === level)) return undefined;
  const name = line(title, LONGEST.title) ?? uuid;
  const given = [written.measure, written.description, title];
  const means = given.map((text) => plain(text, LONGEST.prose)).find((text) => text !== undefined);
  const evidence = plain(written.assessment, LONGEST.prose);
  const category = line(subDimension, LONGEST.category);
  const effort = effortOf(written.difficultyOfImplementation);
  const references = referencesOf(written.references);
  const usefulness = numberOf(written.usefulness);
  return {
    ...{ uuid, dimension, subDimension, level, spot },
    usefulness: usefulness !== undefined && usefulness > 0 ? usefulness : undefined,
    dependsOn: textsOf(written.dependsOn),
    entry: {
      key: keyOf(uuid),
      title: name,
      means: means ?? name,
      ...(category ? { category } : {}),
      ...(effort ? { effort } : {}),
      ...(references ? { references } : {}),
      ...(evidence ? { evidence } : {}),
      source: 'OWASP DSOMM, GPL-3.0',
    },
  };
}

/** The mean of knowledge, time and resources, each 1 … 5. */
function effortOf(given: unknown): WrittenMilestone['effort'] {
  const { knowledge, time, resources } = mapOf(given) ?? {};
  const told = [knowledge, time, resources].flatMap((one) => numberOf(one) ?? []);
  if (told.length === 0) return undefined;
  const mean = told.reduce((sum, one) => sum + one, 0) / told.length;
  if (mean < 1.5) return 'S';
  if (mean < 2.5) return 'M';
  return mean < 3.5 ? 'L' : 'XL';
}

function referencesOf(given: unknown): WrittenMilestone['references'] {
  const named = Object.entries(mapOf(given) ?? {}).flatMap(([name, places]) => {
    const list = textsOf(places).flatMap((place) => line(place, 500) ?? []);
    const catalogue = line(name, 64);
    return catalogue && list.length > 0 ? [[catalogue, list.slice(0, 500)] as const] : [];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** What an activity depends on is named by uuid, in older releases by title. */
function withDependencies(
  found: readonly (Activity & { readonly dependsOn: readonly string[] })[],
  trouble: Trouble,
): readonly Activity[] {
  const uuids = new Map(
    found.flatMap(({ uuid, entry }) => [[uuid, uuid] as const, [entry.title, uuid] as const]),
  );
  return found.map(({ dependsOn, ...activity }) => {
    const named = dependsOn.flatMap((name, index) => {
      const uuid = uuids.get(name.trim().toLowerCase()) ?? uuids.get(name.trim());
      if (uuid === activity.uuid) return [];
      if (uuid) return keyOf(uuid);
      const at = within(activity.spot, 'dependsOn', index);
      trouble.warn(at, 'There is no such activity among these files. The dependency is left out.');
      return [];
    });
    const keys = [...new Set(named)].slice(0, 100);
    return keys.length === 0
      ? activity
      : { ...activity, entry: { ...activity.entry, dependsOn: keys } };
  });
}
