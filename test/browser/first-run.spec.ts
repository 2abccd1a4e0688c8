import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { beginnings } from './first-run/beginnings.js';
import { waysToBegin } from './first-run/ways-to-begin.js';
import { type Ground, openGround } from './first-run/ground.js';
import { tour } from './first-run/tour.js';
import { upgrade } from './first-run/upgrade.js';

const PATIENT = { timeout: 300_000 };

/** One after another, as it goes in a program that nobody has used yet. */
describe.skipIf(CHROMIUM === undefined)('an empty program, in a browser', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  }, 300_000);
  afterAll(() => ground?.stop());

  describe('the first administrator', PATIENT, () => {
    beginnings(() => ground);
  });
  describe('the tour', PATIENT, () => {
    tour(() => ground);
  });
  describe('the ways to begin', PATIENT, () => {
    waysToBegin(() => ground);
  });
  describe('a new version of a model, in the demo', PATIENT, () => {
    upgrade(() => ground);
  });
});
