import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { administratorTasks } from './dashboard/administrator-tasks.js';
import { budgets } from './dashboard/budgets.js';
import { dialogs } from './dashboard/dialogs.js';
import { everyPage } from './dashboard/every-page.js';
import { executiveTasks } from './dashboard/executive-tasks.js';
import { live } from './dashboard/live.js';
import { officeOrganises } from './dashboard/office-organises.js';
import { officeTasks } from './dashboard/office-tasks.js';
import { readmePictures } from './dashboard/readme-pictures.js';
import { openStage, type Stage } from './dashboard/stage.js';
import { whatIsOffered } from './dashboard/what-is-offered.js';

/** A test takes seconds alone, and a minute on a machine that has much else to do. */
const PATIENT = { timeout: 180_000 };

describe.skipIf(CHROMIUM === undefined)('the dashboard on the demo, in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 300_000);
  afterAll(() => stage?.stop());

  describe('every page', PATIENT, () => {
    everyPage(() => stage);
  });
  describe('what it costs', PATIENT, () => {
    budgets(() => stage);
  });
  describe('what opens over a page', PATIENT, () => {
    dialogs(() => stage);
  });
  describe('an executive', PATIENT, () => {
    executiveTasks(() => stage);
  });
  describe('a program office', PATIENT, () => {
    officeTasks(() => stage);
    officeOrganises(() => stage);
  });
  describe('an administrator and an auditor', PATIENT, () => {
    administratorTasks(() => stage);
  });
  describe('each role', PATIENT, () => {
    whatIsOffered(() => stage);
  });
  describe('live', PATIENT, () => {
    live(() => stage);
  });
  describe('pictures of the README', () => {
    readmePictures(() => stage);
  });
});
