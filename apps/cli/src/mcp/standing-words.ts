import { type Models, readModels, type Standing } from '../catalogue.js';
import type { Api } from '../connection/api.js';
import { changeTexts, stageOf } from '../words/changes.js';

/** What a comparison of standings says, short enough to be read whole. */
export interface Compared {
  /** Models in which the unit moves: `lithium: 2 of 5 Sponsored → 3 of 5 Operationalise`. */
  readonly changes: readonly string[];
  readonly standings: readonly Brief[];
}

interface Brief {
  readonly model: string;
  readonly title: string | undefined;
  readonly stage: string;
  readonly next: string | null;
  readonly missing: readonly { readonly says: string; readonly milestones: readonly string[] }[];
}

/** What moves between two lists of standings, and what the later one comes to. */
export async function compared(
  api: Api,
  before: readonly Standing[],
  after: readonly Standing[],
): Promise<Compared> {
  const models = await readModels(api, after);
  return {
    changes: changeTexts(before, after, models).map(({ model, text }) => `${model}: ${text}`),
    standings: after.map((standing) => briefOf(standing, models)),
  };
}

function briefOf(standing: Standing, models: Models): Brief {
  const { model, modelVersion, next } = standing;
  const known = models(model, modelVersion);
  return {
    model,
    title: known?.title,
    stage: stageOf(standing, known),
    next: next && `${next.ordinal} ${next.name}`,
    missing: (next?.missing ?? [])
      .filter(({ supporting }) => !supporting)
      .map(({ says, milestones, keyMove }) => ({
        says,
        milestones,
        ...(keyMove ? { keyMove } : {}),
      })),
  };
}
