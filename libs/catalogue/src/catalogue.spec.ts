import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventData, MilestoneKey, ModelId, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { Catalogue, UploadedModelLost } from './catalogue.js';
import type { CatalogueView } from './catalogue-view.js';
import { checkAdoption, checkDefinition, checkUpload, keepUpload } from './publish.js';
import { registerSharedModels, SharedModelEdited } from './register-shared-models.js';
import { builtIns } from './shared-catalogue.js';

const MINE = 'mine' as ModelId;
const OWN = 'own.done' as MilestoneKey;

let db: TestDatabase;
let program: ProgramId;
let catalogue: Catalogue;

beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  program = `p-${randomUUID().slice(0, 8)}` as ProgramId;
  catalogue = new Catalogue(builtIns());
  await inProgram((tx) => tx.query('INSERT INTO program (program_id) VALUES ($1)', [program]));
});

function inProgram<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.database.inProgram(program, work);
}

/** Appends a fact at a position, as the log does. */
async function append<T extends keyof EventData>(
  tx: Tx,
  position: number,
  type: T,
  fact: EventData[T],
) {
  await tx.query(
    `INSERT INTO event (program_id, position, id, type, shape, occurred_at, effective_at, recorded_at, author,
                        actor, source, source_id, data, digest, hash)
     VALUES ($1, $2::bigint, $3::uuid, $4, 1, '2024-01-01', now(), now(), $3::uuid, '{}', 'spec', $2::bigint::text, $5, '', '')`,
    [program, position, randomUUID(), type, JSON.stringify(fact)],
  );
}

const view = (position: number, known?: number) =>
  inProgram((tx) => catalogue.at(tx, program, position, known));

const model = (version: number, validity = 'P1Y', says = 'I') => `
id: mine
version: ${version}
title: Mine
policy: checklist
items: [{ id: i, says: ${says}, when: { milestone: own.done } }]
milestones: [{ key: own.done, title: Own, means: Done., validity: ${validity} }]`;

/** Uploads a model at a position, as recording does. */
async function upload(position: number, yaml: string): Promise<void> {
  const now = await view(position - 1);
  const checked = checkUpload(now, yaml);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  await inProgram(async (tx) => {
    await keepUpload(tx, program, checked, yaml);
    const { model: uploaded, hash } = checked;
    await append(tx, position, 'model.added', {
      model: uploaded.id,
      version: uploaded.version,
      hash,
    });
  });
}

const define = async (position: number, key: string, entry: Readonly<Record<string, unknown>>) => {
  const checked = checkDefinition(await view(position - 1), key, entry);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  await inProgram((tx) => append(tx, position, 'milestone.defined', checked.data));
};

const validityOf = (of: CatalogueView, key = OWN) => of.dictionary.get(key)?.validity?.iso;

describe('a program at first', () => {
  it('sees the shipped models and follows those of full provenance', async () => {
    const first = await view(0);
    expect([...first.models.keys()]).toHaveLength(9);
    expect(first.program).toEqual({
      name: program,
      models: ['altimeter', 'crawl-walk-run-fly', 'lithium', 'quintarelli'],
      headline: null,
      approvals: { waivers: false, corrections: false },
    });
  });
});

describe('what a program sees at a position', () => {
  it('is what was known by then', async () => {
    await inProgram((tx) =>
      append(tx, 3, 'program.changed', {
        name: 'Ours',
        models: ['idc' as ModelId],
        headline: 'idc' as ModelId,
      }),
    );
    const headless = { headline: null, approvals: { waivers: true } };
    await inProgram((tx) => append(tx, 7, 'program.changed', headless));
    expect((await view(2)).program.name).toBe(program);
    const ours = { name: 'Ours', models: ['idc'] };
    const approvals = { waivers: false, corrections: false };
    expect((await view(6)).program).toEqual({ ...ours, headline: 'idc', approvals });
    const asked = { ...approvals, waivers: true };
    expect((await view(7)).program).toEqual({ ...ours, headline: null, approvals: asked });
    expect((await view(4)).program.headline).toBe('idc');
  });

  it('is the first version of an uploaded model until another is adopted', async () => {
    await upload(1, model(1));
    await upload(2, model(2, 'P2Y'));
    await inProgram((tx) => append(tx, 3, 'model.adopted', { model: MINE, version: 2 }));
    const [before, after] = [await view(2), await view(3)];
    expect(before.models.get(MINE)?.version).toBe(1);
    expect(before.versions(MINE).map(({ version }) => version)).toEqual([1, 2]);
    expect(validityOf(before)).toBe('P1Y');
    expect(after.models.get(MINE)?.version).toBe(2);
    expect(validityOf(after)).toBe('P2Y');
    expect(before.program.models).not.toContain(MINE);
    const [, second] = before.versions(MINE);
    expect(second && before.adopting(second).dictionary.get(OWN)?.validity?.iso).toBe('P2Y');
  });

  it('holds the milestones that it defined, as last defined', async () => {
    await define(1, 'own.done', { title: 'Own', means: 'Done.', validity: 'P1Y' });
    await define(2, 'own.done', { title: 'Own', means: 'Done.', validity: 'P3Y' });
    expect(validityOf(await view(1))).toBe('P1Y');
    expect(validityOf(await view(2))).toBe('P3Y');
  });

  it('does not show another program', async () => {
    await upload(1, model(1));
    const other = 'another-program' as ProgramId;
    const seen = await db.database.inProgram(other, (tx) => catalogue.at(tx, other, 100));
    expect(seen.models.has(MINE)).toBe(false);
  });
});

describe('asking again', () => {
  const silent: Tx = {
    query: () => Promise.reject(new Error('asked the database')),
  };

  it('costs no query and gives the same object while the catalogue is unchanged', async () => {
    await upload(4, model(1));
    const first = await view(4);
    expect(await catalogue.at(silent, program, 4)).toBe(first);
    expect(await catalogue.at(silent, program, 1000, 4)).toBe(first);
    expect((await catalogue.at(silent, program, 3)).models.has(MINE)).toBe(false);
    await expect(catalogue.at(silent, program, 1000, 5)).rejects.toThrow('asked the database');
  });

  it('never serves what was rolled back', async () => {
    const undone = new Error('undone');
    const seen: CatalogueView[] = [];
    const attempt = inProgram(async (tx) => {
      await append(tx, 1, 'program.changed', { name: 'Never' });
      seen.push(await catalogue.at(tx, program, 1));
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    expect(seen[0]?.program.name).toBe('Never');
    expect((await view(1)).program.name).toBe(program);
    await inProgram((tx) => append(tx, 1, 'program.changed', { name: 'Kept' }));
    expect((await view(1)).program.name).toBe('Kept');
  });

  it('says so when an uploaded model is not what the log names', async () => {
    await upload(1, model(1));
    await db.admin('UPDATE model_version SET yaml = $1 WHERE program_id = $2', [
      model(1, 'P9Y'),
      program,
    ]);
    await expect(view(1)).rejects.toThrow(UploadedModelLost);
  });
});

describe('a model that is uploaded', () => {
  it('once more, word for word, changes nothing', async () => {
    await upload(1, model(1));
    expect(checkUpload(await view(1), `# again\n${model(1)}`)).toMatchObject({
      ok: true,
      outcome: 'same',
    });
  });

  it.each([
    [
      1,
      'S',
      'Version 1 of `mine` is published with other content, and a published version never changes. Write `version: 3`.',
    ],
    [
      2,
      'S',
      'Version 2 of `mine` is published with other content, and a published version never changes. Write `version: 3`.',
    ],
  ])('as version %i with other words is refused', async (version, says, message) => {
    await upload(1, model(1));
    await upload(2, model(2));
    expect(checkUpload(await view(2), model(version, 'P1Y', says))).toEqual({
      ok: false,
      faults: [{ file: undefined, line: 3, column: 10, pointer: '/version', message }],
    });
  });

  it('below the newest version is refused, and so is a shipped version with other words', async () => {
    await upload(1, model(5));
    expect(checkUpload(await view(1), model(4))).toMatchObject({
      faults: [{ message: 'Version 5 of `mine` is published already. Write `version: 6`.' }],
    });
    const shipped = model(1).replace('id: mine', 'id: lithium');
    expect(checkUpload(await view(1), shipped)).toMatchObject({
      faults: [{ pointer: '/version', message: expect.stringContaining('Write `version: 2`') }],
    });
  });

  it('may change its own milestones, not those of others', async () => {
    await upload(1, model(1));
    expect(checkUpload(await view(1), model(2, 'P9Y')).ok).toBe(true);
    const other = model(1, 'P9Y').replace('id: mine', 'id: other');
    expect(checkUpload(await view(1), other)).toMatchObject({
      faults: [{ pointer: '/milestones/0/validity' }],
    });
  });

  it('is not put in force against what another came to define meanwhile', async () => {
    await upload(1, model(1));
    await upload(2, model(2, 'P9Y'));
    expect(checkAdoption(await view(2), MINE, 2)).toEqual([]);
    await upload(3, model(1).replace('id: mine', 'id: other'));
    expect(checkAdoption(await view(3), MINE, 2)).toMatchObject([
      { pointer: '/milestones/0/validity' },
    ]);
    expect(checkAdoption(await view(3), MINE, 7)).toEqual([
      { pointer: '/version', message: 'There is no version 7 of "mine". There are: 1, 2.' },
    ]);
  });
});

describe('a milestone that a program defines', () => {
  it('may be worded anew, but mean nothing else than a model says', async () => {
    await upload(1, model(1));
    await define(2, 'own.done', { title: 'Reworded', means: 'Done.', validity: 'P1Y' });
    expect((await view(2)).dictionary.get(OWN)?.title).toBe('Reworded');
    expect(checkDefinition(await view(2), 'own.done', { title: 'O', means: 'D.' })).toEqual({
      ok: false,
      faults: [{ pointer: '/validity', message: expect.stringContaining('`validity: P1Y`') }],
    });
  });

  it.each([
    ['hub', {}, '/key'],
    ['own.done', { title: 4 }, '/title'],
    ['own.done', { impliedBy: ['no.such'] }, '/impliedBy/0'],
    ['own.done', { validity: 'soon' }, '/validity'],
    ['own.done', { meens: 'x' }, '/meens'],
  ])('%s with %j is refused with a pointer', async (key, more, pointer) => {
    const checked = checkDefinition(await view(0), key, { title: 'T', means: 'M.', ...more });
    expect(checked).toMatchObject({ ok: false, faults: [{ pointer }] });
  });

  it('closes no circle through the entries of others', async () => {
    await define(1, 'a.first', { title: 'A', means: 'A.' });
    await define(2, 'b.second', { title: 'B', means: 'B.', impliedBy: ['a.first'] });
    const circle = { title: 'A', means: 'A.', impliedBy: ['b.second'] };
    expect(checkDefinition(await view(2), 'a.first', circle)).toMatchObject({
      ok: false,
      faults: [{ pointer: '/impliedBy', message: expect.stringContaining('circle') }],
    });
  });
});

describe('shared models', () => {
  it('are remembered, and one that was edited since stops the start', async () => {
    const shared = builtIns();
    await db.database.beforeProgram((tx) => registerSharedModels(tx, shared));
    await db.database.beforeProgram((tx) => registerSharedModels(tx, shared));
    const [file, ...others] = shared.files;
    if (!file) throw new Error('no shipped model');
    const edited = { ...shared, files: [{ ...file, hash: 'other' }, ...others] };
    const start = db.database.beforeProgram((tx) => registerSharedModels(tx, edited));
    await expect(start).rejects.toThrow(SharedModelEdited);
    await expect(start).rejects.toThrow(
      /altimeter\.yaml: version 1 of "altimeter" was edited after it had been used here/,
    );
  });
});
