import { expect, test } from 'vitest';
import { parseLine } from './lines.js';

const line = (data: object) =>
  JSON.stringify({
    ...{ line: 'event', position: 1, id: '0190b7a0-0000-7000-8000-000000000001' },
    ...{ type: 'milestone.achieved', shape: 1, unit: 'heir', occurredAt: '2012-01-01' },
    ...{ effectiveAt: 0, recordedAt: 0, author: '0190b7a0-0000-7000-8000-000000000001' },
    ...{ actor: { name: '' }, source: 'waymark', sourceId: 'x', digest: '', hash: '', data },
  });
const origin = { unit: 'old', event: '0190b7a0-0000-7000-8000-000000000002' };

test('a fact that a merger carried over must say where it comes from as others do', () => {
  const carried = { milestone: 'hub.launched', carriedFrom: origin };
  expect(parseLine(line(carried))).toMatchObject({ data: carried });
  expect(parseLine(line({ ...carried, achievedAt: '2010-01-01T00:00:00.000Z' }))).toMatchObject({
    line: 'event',
  });
  for (const wrong of [
    { carriedFrom: { unit: 'old' } },
    { carriedFrom: { ...origin, event: 'x' } },
    { carriedFrom: { ...origin, unit: 'Not a key' } },
    { carriedFrom: origin, achievedAt: 'yesterday' },
  ]) {
    expect(parseLine(line(wrong)), JSON.stringify(wrong)).toMatch(/^data\./);
  }
});
