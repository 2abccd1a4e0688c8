import type { Schemas } from '#lib/client';
import type { Api } from './connection/api.js';

export type Model = Schemas['Model'];
export type Standing = Schemas['Standing'];
export type StageRef = Schemas['StageRef'];

/** Models by id and version. */
export type Models = (id: string, version?: number) => Model | undefined;

/** Every model that the program sees, in the version in force, and those versions that standings rest on. */
export async function readModels(
  api: Api,
  standings: readonly { readonly model: string; readonly modelVersion: number }[] = [],
): Promise<Models> {
  const inForce = await api.all((client, cursor) =>
    client.GET('/api/v1/models', { params: { query: { limit: 500, cursor } } }),
  );
  const found = new Map(inForce.map((model) => [`${model.id} ${model.version}`, model]));
  const missing = standings.filter(
    ({ model, modelVersion }) => !found.has(`${model} ${modelVersion}`),
  );
  for (const { model, modelVersion: version } of missing) {
    const other = await api.ask((client) =>
      client.GET('/api/v1/models/{model}', { params: { path: { model }, query: { version } } }),
    );
    found.set(`${model} ${version}`, other);
  }
  return (id, version) =>
    version === undefined
      ? inForce.find((model) => model.id === id)
      : (found.get(`${id} ${version}`) ?? inForce.find((model) => model.id === id));
}

/** What models say of a criterion. */
export interface Says {
  readonly says: string;
  readonly keyMove: boolean;
}

/** The criteria of a model by where they stand in it. */
export function saysOf(
  model: Model | undefined,
): (stage: string | null, criterion: string) => Says | undefined {
  const all = new Map<string, Says>();
  for (const { id, criteria } of model?.stages ?? []) {
    for (const one of criteria) all.set(`${id} ${one.id}`, one);
  }
  for (const { levels } of model?.dimensions ?? []) {
    for (const one of levels.flatMap(({ criteria }) => criteria)) all.set(` ${one.id}`, one);
  }
  for (const one of model?.items ?? []) all.set(` ${one.id}`, one);
  return (stage, criterion) => all.get(`${stage ?? ''} ${criterion}`) ?? all.get(` ${criterion}`);
}

/** A stage in a few words: `4 of 6 Formalized`. */
export function stageText(stage: StageRef | null, of?: number): string {
  if (!stage) return 'none';
  return `${stage.ordinal}${of ? ` of ${of}` : ''} ${stage.name}`;
}
