import { describe, expect, it } from 'vitest';
import type { ModelId } from '#lib/domain';
import {
  DSOMM_META,
  DSOMM_PROGRESS,
  dsommModel,
  type ForeignFile,
  nextDsommModel,
  UUIDS,
} from '../../../../test/support/foreign-models.js';
import { changesBetween, entryChanges } from './changes.js';
import { importing, programWith } from '../../../../test/support/importing.js';

const dsomm = (files: readonly ForeignFile[], teams = {}, view = programWith()) =>
  importing({ from: 'dsomm', files, teams }, view);
const key = (name: keyof typeof UUIDS) => `dsomm.${UUIDS[name]}`;

describe('DSOMM', () => {
  it('becomes a model of dimensions with five levels, and a score', async () => {
    const { models } = await dsomm([dsommModel()]);
    expect(models.map(({ upload }) => upload.model.id)).toEqual(['dsomm', 'dsomm-score']);
    const [levels, score] = models.map(({ upload }) => upload.model);
    expect(levels).toMatchObject({
      policy: 'dimensions',
      overall: 'lowest',
      version: 1,
      source: {
        title: 'DevSecOps Maturity Model 1.0.0, GPL-3.0',
        published: '2026-01-01',
        url: 'https://dsomm.example/data',
      },
      stages: [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, id: `level-${ordinal}` })),
      dimensions: [
        { id: 'kitchen.baking', name: 'Kitchen: Baking' },
        { id: 'kitchen.cleaning' },
        { id: 'cellar.keeping' },
      ],
    });
    if (levels?.policy !== 'dimensions' || score?.policy !== 'scored') throw new Error('policies');
    const baking = levels.dimensions[0]?.levels ?? [];
    expect(baking.map(({ criteria }) => criteria.map(({ id }) => id))).toEqual([
      [UUIDS.recipe],
      [],
      [UUIDS.sealed],
      [],
      [],
    ]);
    expect(score.groups).toMatchObject([
      {
        id: 'kitchen',
        groups: [
          {
            id: 'baking',
            items: [
              { id: UUIDS.recipe, weight: 4, worth: { milestone: key('recipe') } },
              { id: UUIDS.sealed, weight: 2 },
            ],
          },
          { id: 'cleaning', items: [{ says: 'No', weight: 1 }] },
        ],
      },
      { id: 'cellar', groups: [{ items: [{ weight: 1 }, { weight: 3 }] }] },
    ]);
    expect(JSON.stringify(score.notes)).toContain('GPL-3.0');
  });

  it('brings its activities as milestones, by their uuids', async () => {
    const { models, warnings } = await dsomm([dsommModel()]);
    for (const { upload } of models) {
      expect(upload.model.milestones).toMatchObject([
        {
          key: key('recipe'),
          title: 'Written recipe',
          means: 'The recipe is written down and followed.',
          evidence: 'Show the recipe.\nShow a loaf.',
          category: 'Baking',
          effort: 'S',
          references: { samm2: ['I-SB-A-1'], 'iso27001-2022': ['8.25', '8.27'] },
          source: 'OWASP DSOMM, GPL-3.0',
        },
        { key: key('sealed'), effort: 'XL', dependsOn: [key('recipe')] },
        { key: key('oven'), title: 'No', dependsOn: [key('recipe')] },
        { key: key('diary'), means: 'What is kept stands in a diary.' },
        { key: key('tasting'), means: 'Tasting' },
      ]);
    }
    expect(warnings).toEqual([]);
  });

  it('keeps its keys in a release with other words, and says what is otherwise', async () => {
    const first = await dsomm([dsommModel()]);
    const view = programWith(first);
    expect(
      (await dsomm([dsommModel()], {}, view)).models.map(({ upload }) => upload),
    ).toMatchObject([
      { outcome: 'same', model: { version: 1 } },
      { outcome: 'same', model: { version: 1 } },
    ]);
    const { models } = await dsomm([nextDsommModel()], {}, view);
    const [levels] = models;
    expect(levels?.upload.model.version).toBe(2);
    expect(levels?.former?.version).toBe(1);
    const former = view.models.get('dsomm' as ModelId);
    if (!levels || !former) throw new Error('models');
    expect(changesBetween(former, levels.upload.model)).toEqual({
      added: [{ id: UUIDS.added, says: 'Added shelf', place: 'cellar.keeping/1' }],
      removed: [],
      reworded: [
        {
          id: UUIDS.recipe,
          says: 'Recipe in writing',
          said: 'Written recipe',
          place: 'kitchen.baking/1',
        },
      ],
      moved: [],
      asked: [],
    });
    const brought = models.map(({ upload }) => upload.model);
    const { new: added, changed, kept } = entryChanges(brought, view.dictionary);
    expect(added.map((entry) => entry.key)).toEqual([key('added')]);
    expect(changed.map((entry) => entry.key)).toEqual([key('recipe'), key('oven')]);
    expect(kept).toBe(3);
  });

  it.each<[string, string, string, { line: number; column: number; message: RegExp }]>([
    ['a level beyond five', 'level: 5', 'level: 6', { line: 45, column: 14, message: /1, 2, 3/ }],
    [
      'an activity without a uuid',
      `uuid: ${UUIDS.diary}\n`,
      '\n',
      { line: 38, column: 7, message: /uuid/ },
    ],
    [
      'a uuid that stands twice',
      UUIDS.tasting,
      UUIDS.diary,
      { line: 43, column: 13, message: /Another activity/ },
    ],
    ['what is no YAML', 'Cellar:\n', 'Cellar: @\n', { line: 34, column: 9, message: /not YAML/ }],
  ])('is refused with the place of %s', async (_what, right, wrong, place) => {
    const { path, text } = dsommModel();
    const faults = await dsomm([{ path, text: text.replace(right, wrong) }]).catch(
      (error: { faults: unknown }) => error.faults,
    );
    expect(faults).toContainEqual(
      expect.objectContaining({
        ...place,
        file: path,
        message: expect.stringMatching(place.message),
      }),
    );
  });

  it('leaves out a dependency on what is not there, and says so', async () => {
    const { path, text } = dsommModel();
    const gone = text.replace('[ Written recipe ]', '[ Gone recipe ]');
    const { models, warnings } = await dsomm([{ path, text: gone }]);
    expect(models[0]?.upload.model.milestones[2]?.dependsOn).toEqual([]);
    expect(warnings).toMatchObject([{ file: path, message: expect.stringContaining('left out') }]);
  });

  it('refuses a bomb of aliases', async () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level <= 30; level++) {
      const parts = Array(9)
        .fill(`*a${level - 1}`)
        .join(', ');
      lines.push(`a${level}: &a${level} [${parts}]`);
    }
    const bomb = { path: 'model.yaml', text: lines.join('\n') };
    await expect(dsomm([bomb])).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('aliases') }),
      ]),
    });
  });

  it.each([
    '../model.yaml',
    '/model.yaml',
    'a//b.yaml',
    'a\\b.yaml',
    './model.yaml',
    'a\u0000.yaml',
  ])('refuses the path %j', async (path) => {
    await expect(dsomm([{ ...dsommModel(), path }])).rejects.toMatchObject({
      faults: [expect.objectContaining({ pointer: '/files/0' })],
    });
  });
});

describe('the progress of teams', () => {
  const files = [dsommModel(), DSOMM_META, DSOMM_PROGRESS];

  it('becomes facts with their dates and degrees, for the units that teams are', async () => {
    const { progress, warnings } = await dsomm(files, { Bakers: 'bakery' });
    expect(progress.facts).toEqual([
      {
        unit: 'bakery',
        milestone: key('recipe'),
        degree: 0.3,
        occurredAt: '2025-01-10',
        sourceId: `${UUIDS.recipe}/Bakers/Started`,
        note: 'Started (DSOMM, Bakers)',
      },
      expect.objectContaining({ milestone: key('recipe'), degree: 1, occurredAt: '2025-03-01' }),
      expect.objectContaining({ milestone: key('sealed'), degree: 0.3, occurredAt: '2025-04-01' }),
    ]);
    expect(progress.unknownTeams).toEqual([{ team: 'Cellar folk', facts: 1 }]);
    expect(warnings).toMatchObject([{ file: 'team-progress.yaml', line: 11, column: 3 }]);
  });

  it('needs to know what a step is worth', async () => {
    await expect(dsomm([dsommModel(), DSOMM_PROGRESS])).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({
          file: 'team-progress.yaml',
          line: 4,
          column: 7,
          message: expect.stringContaining('meta.yaml'),
        }),
      ]),
    });
  });

  it('refuses what is no date and what lies in the future', async () => {
    const text = DSOMM_PROGRESS.text
      .replace('2025-03-01', 'soon')
      .replace('2025-01-10', '2999-01-01');
    await expect(
      dsomm([dsommModel(), DSOMM_META, { ...DSOMM_PROGRESS, text }]),
    ).rejects.toMatchObject({
      faults: [
        { line: 4, column: 16, message: expect.stringContaining('future') },
        { line: 5, column: 13, message: expect.stringContaining('no date') },
      ],
    });
  });

  it('does not let a lower step undo a higher one', async () => {
    const text = DSOMM_PROGRESS.text.replace('2025-01-10', '2025-06-01');
    const { progress, warnings } = await dsomm(
      [dsommModel(), DSOMM_META, { ...DSOMM_PROGRESS, text }],
      { Bakers: 'bakery' },
    );
    expect(progress.facts.map(({ sourceId }) => sourceId)).toEqual([
      `${UUIDS.recipe}/Bakers/Done`,
      `${UUIDS.sealed}/Bakers/Started`,
    ]);
    expect(warnings).toHaveLength(2);
  });

  it('is told once, though two files tell of it', async () => {
    const more = { path: 'more.yaml', text: DSOMM_PROGRESS.text.replaceAll('2025-', '2024-') };
    const teams = { Bakers: 'bakery', 'Cellar folk': 'cellar' };
    const { progress, warnings } = await dsomm([...files, more], teams);
    expect(progress.facts.map(({ occurredAt }) => occurredAt)).toEqual([
      '2025-01-10',
      '2025-03-01',
      '2025-02-01',
      '2025-04-01',
    ]);
    expect(warnings.filter(({ message }) => message.startsWith('Another file'))).toHaveLength(4);
  });

  it('tells teams apart whatever they are called', async () => {
    const text = DSOMM_PROGRESS.text.replaceAll('Bakers', 'Bakers/Start%ed');
    const told = await dsomm([dsommModel(), DSOMM_META, { ...DSOMM_PROGRESS, text }], {
      'Bakers/Start%ed': 'bakery',
    });
    expect(told.progress.facts[0]?.sourceId).toBe(`${UUIDS.recipe}/Bakers%2FStart%25ed/Started`);
  });

  it('waits for the adoption of a version with the activity', async () => {
    const view = programWith(await dsomm([dsommModel()]));
    const text = DSOMM_PROGRESS.text.replace(UUIDS.sealed, UUIDS.added);
    const { progress, warnings } = await dsomm(
      [nextDsommModel(), DSOMM_META, { ...DSOMM_PROGRESS, text }],
      { Bakers: 'bakery' },
      view,
    );
    expect(progress.facts).toHaveLength(2);
    expect(warnings[0]?.message).toContain('Adopt the version');
  });
});
