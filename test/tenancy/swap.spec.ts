import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../apps/api/src/http/guard/rules.js';
import { Leak } from './support/leak.js';
import { examplesOf, ruledRoutes, Uncallable } from './support/requests.js';
import { programsOf, rowsOf } from './support/rows.js';
import { shake } from './support/shake.js';
import { startTwoPrograms, type TwoPrograms } from './support/two-programs.js';
import { walk } from './support/walk.js';

describe('two programs over one connection', () => {
  const leak = new Leak();
  let two: TwoPrograms;
  beforeAll(async () => {
    two = await startTwoPrograms((database) => leak.in(database));
  });
  afterAll(() => two?.stop());

  test('every route that the guard knows is walked', () => {
    const walked = new Set(two.routes.map(({ method, path }) => `${method} ${path}`));
    expect(ruledRoutes(RULES).filter((route) => !walked.has(route))).toEqual([]);
  });

  test('whatever can be there is there in theirs', () => {
    expect(two.failed).toEqual([]);
  });

  test('a route that nobody says how to call stops the walk', () => {
    const same = (text: string) => text;
    const words = { path: same, query: same, headers: same, body: same };
    const operation = { operationId: 'new', summary: 'New', responses: {} };
    const route = { method: 'GET', path: '/api/v1/new/{thing}', operation };
    expect(() => examplesOf(route, words)).toThrow(Uncallable);
    const body = { content: { 'application/json': { schema: {} } } };
    const taking = { method: 'POST', path: '/new', operation: { ...operation, requestBody: body } };
    expect(() => examplesOf(taking, words)).toThrow(Uncallable);
  });

  test('no route tells or changes anything of the other, whatever went wrong before on the connection', {
    timeout: 300_000,
  }, async () => {
    const before = await rowsOf(two.db, two.theirs.program);
    expect([...before.values()].flat().length).toBeGreaterThan(100);
    const { faults, requests } = await walk(two, (request) => shake(two, request));
    expect(faults).toEqual([]);
    expect(requests).toBeGreaterThan(2 * two.routes.length);
    await two.settled(two.ours.program);
    expect(await rowsOf(two.db, two.theirs.program)).toEqual(before);
    const ours = [...(await rowsOf(two.db, two.ours.program)).values()].flat();
    const { secret } = two.theirs.client;
    expect(ours.filter((row) => row.includes(secret))).toEqual([]);
    expect([...(await programsOf(two.db))].toSorted()).toEqual(['default', 'ourmark', 'theirmark']);
  });

  test('a server that mistook one for the other would be found out', {
    timeout: 300_000,
  }, async () => {
    const before = await rowsOf(two.db, two.theirs.program);
    leak.mistaken = { program: two.ours.program, as: two.theirs.program };
    const { faults } = await walk(two);
    leak.mistaken = undefined;
    const told = faults.filter((fault) => fault.includes(' tells '));
    const from = new Set(told.map((fault) => fault.split(/ → |\?/)[0]));
    expect(from.size).toBeGreaterThan(15);
    expect(await rowsOf(two.db, two.theirs.program)).not.toEqual(before);
  });
});
