import { describe, expect, it } from 'vitest';
import { parseModel } from './parse-model.js';
import { faultLine } from './read/fault.js';
import { builtIns } from './shared-catalogue.js';

const { dictionary: known } = builtIns();

/** A faultless gates model in which `stages` may be replaced and to which lines may be added. */
const gates = (stages = '  - { id: a, name: A }', more = '') =>
  `id: mine\nversion: 1\ntitle: Mine\npolicy: gates\n${more}${more ? '\n' : ''}stages:\n${stages}\n`;
const criterion = (when: string, more = '') =>
  gates(`  - id: a\n    name: A\n    criteria:\n      - { id: c, says: S, when: ${when}${more} }`);
const dimensions = (levels: string) =>
  `id: mine\nversion: 1\ntitle: Mine\npolicy: dimensions\noverall: lowest\nstages: [{ id: a, name: A }, { id: b, name: B }]\ndimensions:\n  - id: d\n    name: D\n    levels: ${levels}\n`;
const scored = (groups: string, more = '') =>
  `id: mine\nversion: 1\ntitle: Mine\npolicy: scored\n${more}groups:\n${groups}\n`;
const own = (entries: string) => gates(undefined, `milestones: ${entries}`);

function faultsIn(yaml: string): readonly string[] {
  const parsed = parseModel(yaml, { known });
  return parsed.ok ? [] : parsed.faults.map(faultLine);
}

describe('a fault is told with line, column, pointer and what to write instead', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'an unknown key',
      gates(undefined, 'sumary: x'),
      ['5:1 /sumary There is no key `sumary` here. Did you mean `summary`?'],
    ],
    [
      'a key of another policy',
      gates(undefined, 'overall: lowest'),
      [
        '5:1 /overall There is no key `overall` here. Take it out; the keys are `id`, `version`, `title`, `source`, `provenance`, `summary`, `notes`, `benchmarks`, `references`, `rollup`, `milestones`, `policy`, `stages`.',
      ],
    ],
    [
      'a missing key',
      'id: mine\nversion: 1\npolicy: gates\nstages: [{ id: a, name: A }]',
      ['1:1 /title `title` is missing here. Add it.'],
    ],
    [
      'an unknown policy',
      'id: mine\npolicy: gate',
      [
        '2:9 /policy What stands here is one of `gates`, `dimensions`, `checklist`, `scored`. Did you mean `gates`?',
      ],
    ],
    [
      'a version that is no whole number',
      gates().replace('version: 1', 'version: 1.5'),
      ['2:10 /version A whole number goes here.'],
    ],
    [
      'a name that YAML reads as a number',
      gates('  - { id: a, name: 2024 }'),
      ['6:20 /stages/0/name A text (in quotes, if it looks like a number) goes here.'],
    ],
    [
      'an address that is no address',
      gates(undefined, 'source: { url: "javascript:alert(1)" }'),
      ['5:16 /source/url An address begins with http:// or https://.'],
    ],
    [
      'a control character',
      gates(undefined, 'summary: "a\\u0000b"'),
      ['5:10 /summary This text holds a control character or half a character. Take it out.'],
    ],
    [
      'a key that stands twice',
      gates(undefined, 'title: Again'),
      ['5:1 The key `title` stands here twice. Take one out.'],
    ],
    [
      'an unknown milestone',
      criterion('{ milestone: hub.lanched }'),
      [
        '9:46 /stages/0/criteria/0/when/milestone The dictionary holds no milestone `hub.lanched`. Did you mean `hub.launched`?',
      ],
    ],
    [
      'a milestone like no other',
      criterion('{ all: [{ milestone: moon.reached }] }'),
      [
        '9:54 /stages/0/criteria/0/when/all/0/milestone The dictionary holds no milestone `moon.reached`. Use one that exists, or define it under `milestones`.',
      ],
    ],
    [
      'an expression of no form',
      criterion('{ not: { milestone: hub.launched } }'),
      [
        '9:33 /stages/0/criteria/0/when An expression has one of the keys `milestone`, `all`, `any`, `atLeast` and `units`. Write one.',
      ],
    ],
    [
      'an empty list',
      criterion('{ any: [] }'),
      [
        '9:40 /stages/0/criteria/0/when/any This list is empty. Add an entry, or leave the key out.',
      ],
    ],
    [
      'a count beyond its list',
      criterion('{ atLeast: { count: 2, of: [{ milestone: hub.launched }] } }'),
      ['9:53 /stages/0/criteria/0/when/atLeast/count At least 2 of 1 can never be. Write 1 to 1.'],
    ],
    [
      'a count of nothing',
      criterion('{ atLeast: { count: 0, of: [{ milestone: hub.launched }] } }'),
      ['9:53 /stages/0/criteria/0/when/atLeast/count At least 1 goes here.'],
    ],
    [
      'units inside meet',
      criterion(
        '{ units: { of: children, atLeast: 1, meet: { any: [{ units: { of: children, atLeast: 1, meet: { milestone: hub.launched } } }] } } }',
      ),
      [
        '9:86 /stages/0/criteria/0/when/units/meet/any/0/units `units` does not go inside `meet`. Ask for the milestones of the units themselves.',
      ],
    ],
    [
      'a wrong duration',
      criterion('{ milestone: hub.launched, within: 1 year }'),
      [
        '9:68 /stages/0/criteria/0/when/within A duration is written like P1Y, P90D or PT12H: more than nothing, at most P50Y.',
      ],
    ],
    [
      'a duration beyond fifty years',
      criterion('{ milestone: hub.launched, heldFor: P51Y }'),
      [
        '9:69 /stages/0/criteria/0/when/heldFor A duration is written like P1Y, P90D or PT12H: more than nothing, at most P50Y.',
      ],
    ],
    [
      'a degree above 1',
      criterion('{ milestone: hub.launched, degree: 1.5 }'),
      ['9:68 /stages/0/criteria/0/when/degree A degree lies above 0 and is at most 1.'],
    ],
    [
      'an id that stands twice',
      gates('  - { id: a, name: A }\n  - { id: a, name: B }'),
      ['7:11 /stages/1/id Another stage is called `a`. Give each its own id.'],
    ],
    [
      'a stage called none',
      gates('  - { id: none, name: A }'),
      ['6:11 /stages/0/id `none` means "Not started". Choose another id.'],
    ],
    [
      'needs beyond what is counted',
      criterion('{ milestone: hub.launched }, supporting: true', '').replace(
        'name: A',
        'name: A\n    needs: { atLeast: 1 }',
      ),
      [
        '8:23 /stages/0/needs/atLeast At least 1 of 0 counted criteria can never be (supporting ones do not count). Lower it, or add criteria.',
      ],
    ],
    [
      'levels out of order',
      dimensions('[{ level: 2, says: S }, { level: 1, says: S }]'),
      [
        '10:23 /dimensions/0/levels/0/level Levels are numbered 1, 2, 3 … in order. Write 1 here.',
        '10:46 /dimensions/0/levels/1/level Levels are numbered 1, 2, 3 … in order. Write 2 here.',
      ],
    ],
    [
      'fewer levels than stages',
      dimensions('[{ level: 1, says: S }]'),
      [
        '10:5 /dimensions/0/levels There are 1 levels and 2 stages. Write as many levels as stages.',
      ],
    ],
    [
      'scores that do not rise from 0',
      scored(
        '  - { id: g, items: [{ id: i, milestone: hub.launched }] }',
        'stages: [{ id: a, name: A, from: 1 }, { id: b, name: B, from: 1 }]\n',
      ),
      [
        '5:34 /stages/0/from The first stage begins at 0. Write `from: 0`.',
        '5:63 /stages/1/from Scores rise from stage to stage. Write more than 1.',
      ],
    ],
    [
      'a group with groups and items',
      scored(
        '  - { id: g, groups: [{ id: h, items: [{ id: i, milestone: hub.launched }] }], items: [{ id: j, milestone: hub.launched }] }',
      ),
      ['6:5 /groups/0 A group holds either `groups` or `items`. Write one of the two.'],
    ],
    [
      'an item that asks nothing',
      scored('  - { id: g, items: [{ id: i }] }'),
      ['6:22 /groups/0/items/0 An item asks either `milestone` or `when`. Write one of the two.'],
    ],
    [
      'groups of one name side by side',
      scored(
        '  - { id: g, items: [{ id: i, milestone: hub.launched }] }\n  - { id: g, items: [{ id: j, milestone: hub.launched }] }',
      ),
      ['7:11 /groups/1/id Another group beside this one is called `g`. Rename one.'],
    ],
    [
      'a weight of nothing',
      scored('  - { id: g, weight: 0, items: [{ id: i, milestone: hub.launched }] }'),
      ['6:22 /groups/0/weight A weight lies above 0.'],
    ],
    [
      'a circle',
      own(
        '[{ key: q.a, title: A, means: M., impliedBy: [q.b] }, { key: q.b, title: B, means: M., impliedBy: [q.a] }]',
      ),
      [
        '5:58 /milestones/0/impliedBy `impliedBy` runs in a circle: q.a ← q.b ← q.a. Take one step out.',
      ],
    ],
    [
      'a milestone that names itself',
      own('[{ key: q.a, title: A, means: M., impliedBy: [q.a] }]'),
      ['5:59 /milestones/0/impliedBy/0 A milestone does not name itself. Take it out.'],
    ],
    [
      'an entry that means something else elsewhere',
      own('[{ key: hub.launched, title: A, means: M., validity: P1Y }]'),
      [
        '5:66 /milestones/0/validity `hub.launched` is defined elsewhere with no `validity`. Write the same, or choose another key.',
      ],
    ],
    [
      'a milestone defined twice',
      own('[{ key: q.a, title: A, means: M. }, { key: q.a, title: B, means: M. }]'),
      ['5:56 /milestones/1/key `q.a` is defined twice. Take one out.'],
    ],
    [
      'a key of one word',
      own('[{ key: hub, title: A, means: M. }]'),
      [
        '5:21 /milestones/0/key A milestone key has two or more words of a-z, 0-9 and `-`, joined by dots, such as `hub.launched`.',
      ],
    ],
    [
      'what is no YAML',
      'id: [',
      [
        '1:6 This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    ['nothing at all', '', ['1:1 A map of keys and values goes here.']],
  ])('%s', (_, yaml, faults) => {
    expect(faultsIn(yaml)).toEqual(faults);
  });

  it('all at once, in the order of the file', () => {
    const yaml = criterion('{ milestone: hub.lanched }', ', keymove: true').replace(
      'version: 1',
      'version: x',
    );
    expect(faultsIn(yaml).map((line) => line.split(' ')[1])).toEqual([
      '/version',
      '/stages/0/criteria/0/when/milestone',
      '/stages/0/criteria/0/keymove',
    ]);
  });

  it('with places behind an alias', () => {
    const yaml = gates(
      '  - id: a\n    name: A\n    criteria: &c [{ id: c, says: S, when: { milestone: q.q } }]\n  - { id: b, name: B, criteria: *c }',
    );
    expect(faultsIn(yaml).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '8:25 /stages/1/criteria/0/id',
      '8:56 /stages/0/criteria/0/when/milestone',
      '8:56 /stages/1/criteria/0/when/milestone',
    ]);
  });
});
