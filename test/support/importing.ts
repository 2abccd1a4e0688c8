import {
  builtIns,
  CatalogueView,
  type Converted,
  convert,
  type ImportWish,
  type PublishedVersion,
} from '#lib/catalogue';
import type { ModelId, UnitKey } from '#lib/domain';
import type { ForeignFile } from './foreign-models.js';

const NOW = Date.UTC(2026, 0, 1);

/** The catalogue of a program with what these imports made, one after another; the first versions are in force. */
export function programWith(...imports: readonly Converted[]): CatalogueView {
  const versions = new Map<ModelId, Map<number, PublishedVersion>>();
  const added = imports.flatMap(({ models }) => models.map(({ upload }) => upload));
  for (const { model, hash } of added) {
    const known = versions.get(model.id) ?? new Map<number, PublishedVersion>();
    versions.set(model.id, known.set(model.version, { model, hash }));
  }
  const approvals = { waivers: false, corrections: false };
  const program = { name: 'P', models: [], headline: null, approvals };
  const { book, models } = builtIns();
  const shared = new Map(models.map((model) => [model.id, model]));
  const first = added.filter(({ model }) => model.version === 1);
  return first.reduce(
    (view, { model }) => view.adopting(model),
    new CatalogueView(shared, program, versions, book),
  );
}

/** What files become in a program. @throws an error with `faults` where they cannot be read */
export async function importing(
  wish: Pick<ImportWish, 'from'> &
    Partial<Omit<ImportWish, 'files' | 'teams'>> & {
      readonly files: readonly (
        | ForeignFile
        | { readonly path: string; readonly bytes: Uint8Array }
      )[];
      readonly teams?: Readonly<Record<string, string>>;
    },
  view = programWith(),
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<Converted> {
  const files = wish.files.map((file) => ({
    path: file.path,
    bytes: 'bytes' in file ? file.bytes : Buffer.from(file.text),
  }));
  const teams = (wish.teams ?? {}) as Readonly<Record<string, UnitKey>>;
  const converted = await convert(
    { called: {}, crosswalk: false, ...wish, files, teams },
    {
      view,
      now: NOW,
      textOf: async ({ id, version }) => texts.get(`${id}@${version}`),
    },
  );
  if (converted.ok) return converted;
  throw Object.assign(new Error('faulty'), { faults: converted.faults });
}
