import type { WrittenModel } from '../../schema/model.schema.js';
import { type DraftModel, entryOrigins } from '../draft.js';
import { Ids, line, LONGEST } from '../texts.js';
import type { Spot } from '../trouble.js';
import { type Activity, type Dsomm, LEVELS } from './activities.js';

/** What the models are called where the request does not say. */
export interface Called {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

/** The two models that DSOMM becomes: dimensions of five levels, and a score. */
export function dsommModels(dsomm: Dsomm, called: Called): readonly DraftModel[] {
  const id = called.id ?? 'dsomm';
  const title = called.title ?? 'DevSecOps Maturity Model';
  const origins = entryOrigins(dsomm.activities);
  return [
    levels(dsomm, id, title, origins),
    score(
      dsomm,
      `${id.slice(0, 58)}-score`,
      line(`${title}: score`, LONGEST.title) ?? title,
      origins,
    ),
  ];
}

function headOf({ activities, version, released, publisher }: Dsomm, id: string, title: string) {
  const url = publisher && /^https?:\/\//.test(publisher) && URL.canParse(publisher);
  return {
    id,
    version: 1,
    title,
    source: {
      author: 'OWASP DevSecOps Maturity Model project',
      title: `DevSecOps Maturity Model${version ? ` ${version}` : ''}, GPL-3.0`,
      ...(released ? { published: released } : {}),
      ...(url ? { url: publisher } : {}),
    },
    milestones: activities.map(({ entry }) => entry),
  };
}

const LICENCE =
  'The texts are those of the OWASP DevSecOps Maturity Model, licensed under GPL-3.0. Whoever passes them on does so under that licence.';

type Dimension = Extract<WrittenModel, { policy: 'dimensions' }>['dimensions'][number];

/** Each sub-dimension is a line of growth of its own. */
function levels(
  dsomm: Dsomm,
  id: string,
  title: string,
  origins: ReadonlyMap<string, Spot>,
): DraftModel {
  const ids = new Ids();
  const dimensions = subDimensions(dsomm.activities).map(
    ({ dimension, subDimension, activities }): Dimension => ({
      id: ids.of(subDimension, `${new Ids().of(dimension).slice(0, 31)}.`),
      name: line(`${dimension}: ${subDimension}`, LONGEST.title) ?? subDimension,
      levels: LEVELS.map((level) => {
        const here = activities.filter((activity) => activity.level === level);
        return {
          level,
          says:
            here.length > 0 ? `Level ${level}` : `DSOMM names no activity of level ${level} here.`,
          ...(here.length > 0 ? { criteria: here.map(criterion) } : {}),
        };
      }),
    }),
  );
  const written: WrittenModel = {
    ...headOf(dsomm, id, title),
    provenance: 'full',
    policy: 'dimensions',
    notes: [
      LICENCE,
      'That a level is held when all of its activities are, and that the lowest of all sub-dimensions is the level of the whole, is how Waymark reads it: DSOMM gives no level of the whole.',
    ],
    stages: LEVELS.map((level) => ({ id: `level-${level}`, name: `Level ${level}` })),
    overall: 'lowest',
    dimensions,
  };
  return { written, origins };
}

function criterion({ uuid, entry }: Activity) {
  return { id: uuid, says: entry.title, when: { milestone: entry.key } };
}

/** Steps count as degrees, usefulness as weight. */
function score(
  dsomm: Dsomm,
  id: string,
  title: string,
  origins: ReadonlyMap<string, Spot>,
): DraftModel {
  const [ids, subs] = [new Ids(), subDimensions(dsomm.activities)];
  const groups = [...new Set(subs.map(({ dimension }) => dimension))].map((dimension) => {
    const inner = new Ids();
    return {
      id: ids.of(dimension),
      name: line(dimension, LONGEST.title) ?? dimension,
      groups: subs
        .filter((sub) => sub.dimension === dimension)
        .map(({ subDimension, activities }) => ({
          id: inner.of(subDimension),
          name: line(subDimension, LONGEST.title) ?? subDimension,
          items: activities.map(({ uuid, usefulness, entry }) => ({
            id: uuid,
            says: entry.title,
            ...(usefulness === undefined ? {} : { weight: usefulness }),
            milestone: entry.key,
          })),
        })),
    };
  });
  const written: WrittenModel = {
    ...headOf(dsomm, id, title),
    provenance: 'partial',
    policy: 'scored',
    notes: [
      LICENCE,
      'The score is ours: each activity is worth the degree of its step, weighs as much as DSOMM says it is useful, and sub-dimensions and dimensions count alike.',
    ],
    groups,
  };
  return { written, origins };
}

interface SubDimension {
  readonly dimension: string;
  readonly subDimension: string;
  readonly activities: readonly Activity[];
}

function subDimensions(activities: readonly Activity[]): readonly SubDimension[] {
  const found = new Map<string, Activity[]>();
  for (const activity of activities) {
    const name = JSON.stringify([activity.dimension, activity.subDimension]);
    const some = found.get(name);
    if (some) some.push(activity);
    else found.set(name, [activity]);
  }
  return [...found.values()].map((some) => {
    const { dimension, subDimension } = some[0] as Activity;
    return { dimension, subDimension, activities: some };
  });
}
