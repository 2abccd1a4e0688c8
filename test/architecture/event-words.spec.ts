import { expect, test } from 'vitest';
import { EVENT_TYPES } from '#lib/domain';
import { EVENT_TYPES as WORDED } from '../../apps/web/src/kit/event-words.js';

test('the dashboard has words for every type of event of the log, and for no other', () => {
  expect(WORDED).toEqual([...EVENT_TYPES].sort());
});
