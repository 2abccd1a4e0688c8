import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import { Evaluator, foldFacts, timeline } from '#lib/domain';
import {
  arbitraryQuestion,
  differences,
  Oracle,
  type Question,
  readableQuestion,
  timelineDifferences,
} from './index.js';
import { readable } from './time.js';

/** `ORACLE_HISTORIES=200000 ORACLE_SEED=7 npx vitest run test/oracle` looks deeper. */
const HISTORIES = Number(process.env.ORACLE_HISTORIES ?? 10_000);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 50 });
const SEED = Number(process.env.ORACLE_SEED ?? 20_120_611);

describe('the domain and a plain reading of the model language', () => {
  it(`agree at every boundary and 1 ms before it on ${HISTORIES} histories`, () => {
    const property = fc.property(arbitraryQuestion(), (question) => {
      const found = disagreements(question);
      if (found.length > 0) {
        throw new Error([readableQuestion(question), 'disagree:', ...found].join('\n'));
      }
    });
    fc.assert(property, { numRuns: HISTORIES, seed: SEED, reporter: readableReport });
  });
});

function readableReport(run: fc.RunDetails<[Question]>): void {
  if (!run.failed) return;
  const replay = `ORACLE_SEED=${run.seed}, history ${run.numRuns}, shrunk ${run.numShrinks} times`;
  const error = run.errorInstance instanceof Error ? run.errorInstance.message : 'interrupted';
  throw new Error(`${replay}\n${error}`);
}

/** What the domain says otherwise: of the unit asked about in full, of every unit's timeline. */
function disagreements({ model, dictionary, log, upTo, unit }: Question): readonly string[] {
  const oracle = new Oracle(model, dictionary, log, upTo);
  const facts = foldFacts(log.filter((one) => one.position <= upTo));
  const evaluator = new Evaluator(dictionary, facts);
  for (const boundary of oracle.candidates) {
    for (const at of [boundary - 1, boundary]) {
      const actual = evaluator.standing(model, unit, at);
      const found = differences(oracle.standing(unit, at), actual);
      if (found.length > 0) return found.map((one) => `${readable(at)} ${one}`);
    }
  }
  const timelines = oracle.units.map((one) =>
    timelineDifferences(oracle, one, timeline(model, dictionary, facts, one)),
  );
  return timelines.flat().slice(0, 5);
}
