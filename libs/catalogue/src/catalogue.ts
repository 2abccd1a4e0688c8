import type { EventData, MaturityModel, Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type CatalogueFact, CatalogueView, foldCatalogue } from './catalogue-view.js';
import { readPublishedModel } from './parse-model.js';
import type { SharedCatalogue } from './shared-catalogue.js';

/** A fact names an uploaded model that is not there, or not what was uploaded. */
export class UploadedModelLost extends Error {
  readonly code = 'uploaded-model-lost';
}

/** The committed catalogue facts of a program up to the last one read. */
interface KnownFacts {
  readonly facts: readonly CatalogueFact[];
  readonly views: Map<number, CatalogueView>;
}

type FactRow = CatalogueFact & { readonly committed: boolean };

/** Rows of a transaction that may yet be rolled back are told from those that stay by their age. */
const FACTS = `
  SELECT position, type, data,
         coalesce(age(xmin) > age(pg_current_xact_id_if_assigned()::xid), true) AS committed
    FROM event
   WHERE program_id = $1 AND position > $2 AND position <= $3
     AND type IN ('model.added', 'model.adopted', 'milestone.defined', 'program.changed')
   ORDER BY position`;

const UPLOADED =
  'SELECT yaml FROM model_version WHERE program_id = $1 AND model = $2 AND version = $3';

/** Programs whose facts are kept; the one not asked for longest makes room. */
const MOST_PROGRAMS = 1000;

/** Views of one program that are kept: the newest and those lately asked for. */
const MOST_VIEWS = 50;

/** Uploaded versions that are kept parsed. */
const MOST_UPLOADS = 1000;

/** The catalogue of every program, as known at any position. One for each process. */
export class Catalogue {
  readonly #programs = new Map<ProgramId, KnownFacts>();
  readonly #uploaded = new Map<string, MaturityModel>();

  constructor(readonly shared: SharedCatalogue) {}

  /**
   * Models, dictionary and settings of a program as known at a position. The same facts give the same
   * object, and without a new fact since the last call there is no query: pass
   * `feed_head.catalogue_position` as `cataloguePosition` (or as the position itself) to profit from it.
   * @throws UploadedModelLost
   */
  async at(
    tx: Tx,
    program: ProgramId,
    position: Position,
    cataloguePosition: Position = position,
  ): Promise<CatalogueView> {
    const wanted = Math.min(position, cataloguePosition);
    const known = this.#known(program);
    const last = known.facts.at(-1)?.position ?? 0;
    if (wanted <= last) return this.#view(tx, program, known, upTo(known.facts, wanted));
    const rows = await tx.query<FactRow>(FACTS, [program, last, wanted]);
    const firstOpen = rows.findIndex(({ committed }) => !committed);
    const settled = firstOpen < 0 ? rows : rows.slice(0, firstOpen);
    const grown = settled.length > 0 ? this.#grow(program, known, settled) : known;
    if (firstOpen < 0) return this.#view(tx, program, grown, upTo(grown.facts, wanted));
    return this.#fold(tx, program, [...known.facts, ...rows]);
  }

  #known(program: ProgramId): KnownFacts {
    const known = this.#programs.get(program) ?? { facts: [], views: new Map() };
    this.#programs.delete(program);
    this.#programs.set(program, known);
    trim(this.#programs, MOST_PROGRAMS);
    return known;
  }

  /** Another call may have read the same facts meanwhile. */
  #grow(program: ProgramId, before: KnownFacts, read: readonly CatalogueFact[]): KnownFacts {
    const now = this.#programs.get(program) ?? before;
    const last = now.facts.at(-1)?.position ?? 0;
    const grown = {
      facts: [...now.facts, ...read.filter(({ position }) => position > last)],
      views: now.views,
    };
    this.#programs.set(program, grown);
    return grown;
  }

  async #view(
    tx: Tx,
    program: ProgramId,
    { views }: KnownFacts,
    facts: readonly CatalogueFact[],
  ): Promise<CatalogueView> {
    const kept = views.get(facts.length);
    if (kept) return kept;
    const folded = await this.#fold(tx, program, facts);
    const view = views.get(facts.length) ?? folded;
    views.set(facts.length, view);
    trim(views, MOST_VIEWS);
    return view;
  }

  async #fold(tx: Tx, program: ProgramId, facts: readonly CatalogueFact[]): Promise<CatalogueView> {
    const uploads = new Map<string, MaturityModel>();
    for (const fact of facts) {
      if (fact.type !== 'model.added') continue;
      uploads.set(fact.data.hash, await this.#upload(tx, program, fact.data));
    }
    const [made] = await tx.query<{ name: string | null }>(
      'SELECT name FROM program WHERE program_id = $1',
      [program],
    );
    return foldCatalogue(
      made?.name ?? program,
      this.shared,
      facts,
      ({ hash }) => uploads.get(hash) as MaturityModel,
    );
  }

  async #upload(
    tx: Tx,
    program: ProgramId,
    { model, version, hash }: EventData['model.added'],
  ): Promise<MaturityModel> {
    const kept = this.#uploaded.get(hash);
    if (kept) return kept;
    const [row] = await tx.query<{ yaml: string }>(UPLOADED, [program, model, version]);
    const read = row && readPublishedModel(row.yaml);
    if (read?.hash !== hash) {
      throw new UploadedModelLost(
        `Version ${version} of the uploaded model "${model}" is not what the log says it is. Restore the table model_version from a backup.`,
      );
    }
    this.#uploaded.set(hash, read.model);
    trim(this.#uploaded, MOST_UPLOADS);
    return read.model;
  }
}

function upTo(facts: readonly CatalogueFact[], position: Position): readonly CatalogueFact[] {
  const beyond = facts.findIndex((fact) => fact.position > position);
  return beyond < 0 ? facts : facts.slice(0, beyond);
}

/** Drops the entries that were put in first. */
function trim(map: Map<unknown, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
