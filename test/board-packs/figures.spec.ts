import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done, tellEnterprise } from './enterprise.js';

let api: TestApi;
let office: Client;
let pack: Json;
beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('packs');
  await tellEnterprise(office);
  await api.advised('packs');
  pack = await done(office.post('/board-packs', { unit: 'corp', text: 'A good year.' }));
});
afterAll(() => api.stop());

/** What a route answers for the pair of times of the pack. */
async function asked(path: string, query: Readonly<Record<string, string>> = {}): Promise<Json> {
  const { asOf, knownAt } = pack;
  const search = new URLSearchParams({ asOf, knownAt, ...query });
  return done(office.get(`${path}?${search.toString()}`));
}

describe('the figures of a board pack', () => {
  test('are those of the rollups that the pages show', async () => {
    const { figures, asOf, knownAt, position } = pack;
    expect(figures.models.length).toBeGreaterThan(1);
    for (const { title: _, of: __, changes: ___, ...model } of figures.models) {
      const {
        unit: _unit,
        leading: _leading,
        lagging: _lagging,
        ...rollup
      } = await asked('/rollups/corp', {
        model: model.model,
      });
      expect(rollup).toEqual({ ...model, asOf, knownAt, position });
    }
  });

  test('are those of the heatmap, row by row', async () => {
    const { columns, total, rows } = await asked('/rollups/corp/heatmap');
    expect(rows.length).toBeGreaterThan(1);
    expect(pack.figures.heatmap).toEqual({ columns, total, rows, children: rows.length });
  });

  test('tell who rose and who fell, as the changes do', async () => {
    const { from, items, all } = pack.figures.changes;
    const query = new URLSearchParams({ from, to: pack.asOf, knownAt: pack.knownAt });
    const changes = await done(office.get(`/rollups/corp/changes?${query.toString()}`));
    expect(items.map(({ name: _name, ...item }: Json) => item)).toEqual(changes.items);
    expect(all).toBe(changes.items.length);
    expect(items.map(({ name }: Json) => name)).toContain('Βόρεια');
    const told = pack.figures.models.filter(({ changes: counts }: Json) => counts.rose > 0);
    expect(told.length).toBeGreaterThan(0);
    for (const { model, changes: counts } of told) {
      expect(changes.counts).toContainEqual({ model, ...counts });
    }
  });

  test('hold what blocks most, and the best moves', async () => {
    for (const [name, path] of [
      ['blockers', 'blockers'],
      ['bestMoves', 'best-moves'],
    ] as const) {
      const { unit, ...rest } = await asked(`/rollups/corp/${path}`, { limit: '10' });
      expect(unit).toBe('corp');
      expect(rest.items.length).toBeGreaterThan(0);
      expect(pack.figures[name]).toEqual(rest);
    }
  });

  test('hold the roadmap, shares first and late targets next, without who owns them', async () => {
    const { summary, items } = await asked('/rollups/corp/roadmap', { limit: '500' });
    const { roadmap } = pack.figures;
    expect(roadmap.summary).toEqual(summary);
    expect(roadmap.items).toHaveLength(items.length);
    for (const kept of roadmap.items) {
      expect(items.find(({ target }: Json) => target === kept.target)).toMatchObject(kept);
    }
    expect(
      roadmap.items.map(({ status, goal }: Json) => (goal.kind === 'share' ? 'share' : status)),
    ).toEqual(['share', 'late', 'aim', 'done']);
    expect(JSON.stringify(pack)).not.toContain('ada@contoso.example');
  });

  test('count what is open, and name what is critical first', async () => {
    const { items } = await done(office.get('/alerts?under=corp&state=open&limit=500'));
    const { bySeverity, items: kept } = pack.figures.alerts;
    expect(kept).toHaveLength(items.length);
    for (const severity of ['critical', 'warning', 'info']) {
      const some = items.filter((one: Json) => one.severity === severity);
      expect(bySeverity[severity]).toBe(some.length);
    }
    expect(bySeverity.critical).toBeGreaterThan(0);
    expect(kept[0]).toMatchObject({ severity: 'critical', name: 'Βόρεια' });
  });

  test('say for when, and which versions of which models', async () => {
    const { modelVersions, figures, asOf, knownAt } = pack;
    expect(modelVersions).toEqual(
      figures.models.map(({ model, modelVersion, title }: Json) => ({
        model,
        modelVersion,
        title,
      })),
    );
    expect(Date.parse(asOf)).toBeGreaterThan(0);
    expect(Date.parse(knownAt)).toBeLessThanOrEqual(Date.parse(pack.madeAt));
    expect(pack).toMatchObject({ title: 'Contoso', text: 'A good year.', erased: false });
  });

  test('stay as they were printed, whatever is recorded after', async () => {
    await done(
      office.post('/units/south/milestones', {
        milestone: 'hub.launched',
        occurredAt: '2012-01-01',
      }),
    );
    const again = await done(office.get(`/board-packs/${pack.id}`));
    expect(again).toEqual(pack);
    const { items } = await done(office.get('/board-packs?unit=corp'));
    const { figures: _figures, restated: _restated, ...head } = pack;
    expect(items).toEqual([head]);
    const now = await done(office.get('/rollups/corp/heatmap'));
    expect(now.rows).not.toEqual(pack.figures.heatmap.rows);
  });

  test('are of the models that were chosen', async () => {
    const { figures } = await done(
      office.post('/board-packs', { unit: 'corp', models: ['altimeter'], asOf: '2013-06-01' }),
    );
    expect(figures.models.map(({ model }: Json) => model)).toEqual(['altimeter']);
    expect(figures.heatmap.columns).toHaveLength(1);
    expect(figures.heatmap.rows[0].cells).toHaveLength(1);
    for (const { model } of figures.changes.items) expect(model).toBe('altimeter');
    for (const { models } of figures.blockers.items) {
      for (const { model } of models) expect(model).toBe('altimeter');
    }
    const nobody = await office.post('/board-packs', { unit: 'corp', models: ['nobodys-model'] });
    expect(nobody.status).toBe(422);
  });

  test('are not told before their time', async () => {
    const answer = await office.post('/board-packs', { unit: 'corp', asOf: '2199-01-01' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer: '/asOf' }]);
  });
});
