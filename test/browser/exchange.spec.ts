import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { exports } from './exchange/exports.js';
import { type Ground, openGround } from './exchange/ground.js';
import { imports } from './exchange/imports.js';
import { mapping } from './exchange/mapping.js';
import { signals } from './exchange/signals.js';
import { sources } from './exchange/sources.js';

const PATIENT = { timeout: 120_000 };

/** What comes in from elsewhere and goes out again, on the pages for it. */
describe.skipIf(CHROMIUM === undefined)('exchange, in a browser', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  }, 300_000);
  afterAll(() => ground?.stop());

  describe('imports', PATIENT, () => {
    imports(() => ground);
  });
  describe('exports', PATIENT, () => {
    exports(() => ground);
  });
  describe('how what a tool tells is read', PATIENT, () => {
    mapping(() => ground);
  });
  describe('a source', PATIENT, () => {
    sources(() => ground);
  });
  describe('subscriptions and channels', PATIENT, () => {
    signals(() => ground);
  });
});
