import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { budgets } from './dashboard/budgets.js';
import { everyPage } from './dashboard/every-page.js';
import { openStage, type Stage } from './dashboard/stage.js';

describe.skipIf(CHROMIUM === undefined)('the dashboard on the demo, in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 300_000);
  afterAll(() => stage?.stop());

  describe('every page', () => {
    everyPage(() => stage);
  });
  describe('what it costs', () => {
    budgets(() => stage);
  });
});
