import { describe, expect, it } from 'vitest';
import { type AnyEvent, evaluate, foldFacts, type UnitKey } from '#lib/domain';
import {
  dsommModel,
  type ForeignFile,
  sammFolder,
  UUIDS,
} from '../../../../test/support/foreign-models.js';
import { importing, programWith } from '../../../../test/support/importing.js';
import type { Converted } from './convert.js';

const samm = (files: readonly ForeignFile[] = sammFolder()) => importing({ from: 'samm', files });
const modelIn = ({ models }: Converted) =>
  models.at(-1)?.upload.model as NonNullable<Converted['models'][number]>['upload']['model'];

/** The score of a unit that holds milestones to degrees, and that of each group. */
function scoresOf(imported: Converted, degrees: Readonly<Record<string, number>>, also = imported) {
  const unit = 'team' as UnitKey;
  const fact = (type: string, position: number, data: object) =>
    ({
      ...{ id: `e${position}`, position, type, unit, data, occurredAt: '2025' },
      ...{ effectiveAt: position, recordedAt: position },
    }) as unknown as AnyEvent;
  const achieved = Object.entries(degrees).filter(([, degree]) => degree > 0);
  const events = [
    fact('unit.registered', 1, { name: 'Team', kind: 'team', parent: null }),
    ...achieved.map(([milestone, degree], index) =>
      fact('milestone.achieved', index + 2, { milestone, degree }),
    ),
  ];
  const { dictionary } = programWith(also, imported);
  const standing = evaluate(modelIn(imported), dictionary, foldFacts(events), unit, 1000);
  const groups = new Map((standing?.groups ?? []).map(({ path, score }) => [path, score]));
  return {
    score: standing?.score,
    stage: standing?.stage?.id,
    of: (path: string) => groups.get(path),
  };
}

/** Degrees as answers were given, three a stream, by level. */
const ANSWERS = {
  'g-sm': { a: [1, 1, 0.5], b: [1, 0.25, 0] },
  'g-pc': { a: [0.5, 0.25, 0], b: [0, 0, 0] },
  'i-sb': { a: [1, 0.5, 0.25], b: [1, 1, 1] },
};
const degrees = Object.fromEntries(
  Object.entries(ANSWERS).flatMap(([practice, streams]) =>
    Object.entries(streams).flatMap(([letter, some]) =>
      some.map((degree, index) => [`samm.${practice}-${index + 1}-${letter}`, degree]),
    ),
  ),
);

describe('SAMM', () => {
  it('scores as one does by hand: streams add up, all above them is the mean', async () => {
    const scores = scoresOf(await samm(), degrees);
    const expected = {
      'governance/practice-sm/stream-a-of-sm': 1 + 1 + 0.5,
      'governance/practice-sm/stream-b-of-sm': 1.25,
      'governance/practice-sm': 1.875,
      'governance/practice-pc/stream-a-of-pc': 0.75,
      'governance/practice-pc/stream-b-of-pc': 0,
      'governance/practice-pc': 0.375,
      governance: 1.125,
      'implementation/practice-sb/stream-a-of-sb': 1.75,
      'implementation/practice-sb/stream-b-of-sb': 3,
      'implementation/practice-sb': 2.375,
      implementation: 2.375,
    };
    for (const [path, score] of Object.entries(expected))
      expect(scores.of(path), path).toBeCloseTo(score, 2);
    expect(scores.score).toBeCloseTo(1.75, 2);
    expect(scores.stage).toBe('level-1');
  });

  it('scores nothing at 0 and everything at 3', async () => {
    const imported = await samm();
    expect(scoresOf(imported, {})).toMatchObject({ score: 0, stage: 'level-0' });
    const all = Object.fromEntries(Object.keys(degrees).map((key) => [key, 1]));
    expect(scoresOf(imported, all)).toMatchObject({ score: 3, stage: 'level-3' });
  });

  it('brings its activities as milestones, with the question, the answers and their worth', async () => {
    const imported = await samm();
    const model = modelIn(imported);
    expect(model).toMatchObject({
      id: 'samm',
      policy: 'scored',
      combine: 'mean',
      source: { title: 'Software Assurance Maturity Model, CC BY-SA 4.0' },
    });
    expect(model.milestones).toHaveLength(18);
    expect(model.milestones[0]).toMatchObject({
      key: 'samm.g-sm-1-a',
      title: 'Do G-SM-1-A',
      means: 'Do you G-SM-1-A?\n- It is written down\n- No',
      category: 'Practice SM',
      evidence:
        'Record the degree that the answer is worth.\n0: No\n0.25: Yes, somewhere\n0.5: Yes, often\n1: Yes, everywhere',
    });
    expect(imported.passedOver).toEqual(['model/README.md']);
    expect(imported.warnings).toEqual([]);
  });

  it('is the same whatever the order of the files, and whatever the folder they lie in is called', async () => {
    const files = sammFolder().toReversed();
    expect(
      modelIn(await samm(files))
        .milestones.map(({ key }) => key)
        .toSorted(),
    ).toEqual(Object.keys(degrees).toSorted());
    const typed = files.filter(({ path }) => !path.endsWith('.md'));
    const moved = typed.map(({ path, text }) => ({ path: `core/${path}`, text }));
    expect(scoresOf(await samm(moved), degrees).score).toBe(1.75);
  });

  it.each<[string, string, string, string, object]>([
    [
      'a stream that is not there',
      'activities/I-SB-1-A',
      'stream: ',
      'stream: f',
      { line: 3, column: 9, message: expect.stringContaining('stream') },
    ],
    [
      'an answer beyond 1',
      'answer_sets/K',
      'value: 0.5',
      'value: 5',
      { line: 13, column: 3, message: expect.stringContaining('0 to 1') },
    ],
    [
      'an id that is none',
      'streams/G-SM-A',
      'id: 0',
      'id: x',
      { line: 4, column: 5, message: expect.stringContaining('32 hex') },
    ],
  ])('is refused with the place of %s', async (_what, name, right, wrong, fault) => {
    const files = sammFolder().map(({ path, text }) => ({
      path,
      text: path.includes(name) ? text.replace(right, wrong) : text,
    }));
    await expect(samm(files)).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ file: `model/${name}.yml`, ...fault }),
      ]),
    });
  });

  it('is refused where half of the folder is missing', async () => {
    const files = sammFolder().filter(({ path }) => !path.includes('/streams/'));
    await expect(samm(files)).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('Send all of the folder') }),
      ]),
    });
  });
});

describe('the crosswalk', () => {
  const diary = `dsomm.${UUIDS.diary}`;

  it('lets activities of DSOMM count in SAMM, whichever came first', async () => {
    const dsomm = await importing({ from: 'dsomm', files: [dsommModel()] });
    const files = sammFolder();
    const after = await importing({ from: 'samm', files, crosswalk: true }, programWith(dsomm));
    const implied = (imported: Converted) =>
      Object.fromEntries(
        modelIn(imported)
          .milestones.filter(({ impliedBy }) => impliedBy.length > 0)
          .map(({ key, impliedBy }) => [key, impliedBy]),
      );
    const expected = {
      'samm.i-sb-1-a': [`dsomm.${UUIDS.recipe}`],
      'samm.i-sb-2-a': [`dsomm.${UUIDS.sealed}`],
      'samm.i-sb-1-b': [diary],
    };
    expect(implied(after)).toEqual(expected);
    const alone = await importing({ from: 'samm', files });
    const texts = new Map([['samm@1', alone.models[0]?.yaml ?? '']]);
    const before = await importing(
      { from: 'dsomm', files: [dsommModel()], crosswalk: true },
      programWith(alone),
      texts,
    );
    expect(before.models.map(({ upload: { model } }) => `${model.id} ${model.version}`)).toEqual([
      'dsomm 1',
      'dsomm-score 1',
      'samm 2',
    ]);
    expect(implied(before)).toEqual(expected);
    // 0.5 becomes 1: the stream 2.25, the practice and function 2.625, the whole (1.125 + 2.625) ÷ 2
    const held = { ...degrees, [`dsomm.${UUIDS.sealed}`]: 1 };
    expect(scoresOf(after, held, dsomm).score).toBeCloseTo(1.875, 2);
  });

  it('is made on request only', async () => {
    const dsomm = await importing({ from: 'dsomm', files: [dsommModel()] });
    const imported = await importing({ from: 'samm', files: sammFolder() }, programWith(dsomm));
    expect(modelIn(imported).milestones.flatMap(({ impliedBy }) => impliedBy)).toEqual([]);
  });
});
