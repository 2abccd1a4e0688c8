import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkModels } from './check-models.js';
import { readModelsFolders, shippedModelsDir } from './models-folder.js';
import { builtIns, ModelFilesError } from './shared-catalogue.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-models-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const model = (id: string, version: number, milestone = 'hub.launched', more = '') =>
  `id: ${id}\nversion: ${version}\ntitle: ${id}\npolicy: checklist\nitems: [{ id: i, says: I, when: { milestone: ${milestone} } }]\n${more}`;
const check = (...options: string[]) =>
  checkModels([folder, ...options]).lines.map((line) => line.replace(`${folder}/`, ''));

describe('a folder of models', () => {
  it('may use what the shipped dictionary and its own files define, in any order', () => {
    write('a.yaml', model('a', 1, 'own.done'));
    write(
      'b.yml',
      model('b', 1, 'hub.launched', 'milestones: [{ key: own.done, title: O, means: O. }]'),
    );
    write('milestones.yaml', 'milestones: [{ key: also.own, title: A, means: A. }]');
    write('c.yaml', model('c', 1, 'also.own'));
    write('notes.txt', 'not a model');
    const shared = builtIns(folder);
    expect(shared.hashes.size).toBe(12);
    expect(shared.dictionary.has('own.done' as never)).toBe(true);
    expect(shared.followedAtFirst).not.toContain('a');
  });

  it('may hold a new version that changes the entries of its model', () => {
    const entry = (validity: string) =>
      `milestones: [{ key: own.done, title: O, means: O., validity: ${validity} }]`;
    write('a1.yaml', model('a', 1, 'own.done', entry('P1Y')));
    write('a2.yaml', model('a', 2, 'own.done', entry('P2Y')));
    const { faults, book } = readModelsFolders([shippedModelsDir(), folder]);
    expect(faults).toEqual([]);
    expect(book.dictionary.get('own.done' as never)?.validity?.iso).toBe('P1Y');
  });

  it('stops the start with one line for each fault', () => {
    write('a.yaml', model('a', 1, 'hub.lanched'));
    write('b.yaml', 'id: [');
    expect(() => builtIns(folder)).toThrow(ModelFilesError);
    expect(() => builtIns(folder)).toThrow(/a\.yaml:5:46 .*hub\.launched[^]*\n.*b\.yaml:1:6 /);
    expect(() => builtIns(join(folder, 'gone'))).toThrow(/cannot be read/);
  });

  it('holds two models apart that mean different things by one milestone', () => {
    const entry = (validity: string) =>
      `milestones: [{ key: own.done, title: O, means: O., validity: ${validity} }]`;
    write('a.yaml', model('a', 1, 'own.done', entry('P1Y')));
    write('b.yaml', model('b', 1, 'own.done', entry('P2Y')));
    expect(check()).toEqual([
      expect.stringMatching(
        /^a\.yaml:6:\d+ \/milestones\/0\/validity `own\.done` is defined elsewhere with `validity: P2Y`/,
      ),
      expect.stringMatching(
        /^b\.yaml:6:\d+ \/milestones\/0\/validity `own\.done` is defined elsewhere with `validity: P1Y`/,
      ),
      expect.stringContaining('2 faults'),
    ]);
  });

  it('holds each version once', () => {
    write('a.yaml', model('a', 1));
    write('b.yaml', model('a', 1, 'coe.formed'));
    expect(check()[0]).toMatch(
      /^b\.yaml:2:10 \/version Version 1 of `a` stands in .*a\.yaml too\. Take one out\.$/,
    );
  });
});

describe('the lock file', () => {
  it('finds a published version that was edited, and one that is gone', () => {
    write('a.yaml', model('a', 1));
    write('milestones.yaml', 'milestones: [{ key: own.done, title: O, means: O. }]');
    expect(check()).toEqual([expect.stringContaining('all in order')]);
    expect(check('--publish')).toEqual([
      'published a@1',
      'published own.done',
      expect.stringContaining('all in order'),
    ]);
    write('a.yaml', `# a comment\n${model('a', 1)}`);
    expect(check()).toEqual([expect.stringContaining('all in order')]);
    write('a.yaml', model('a', 1, 'coe.formed'));
    write(
      'milestones.yaml',
      'milestones: [{ key: own.done, title: Reworded, means: O., validity: P1Y }]',
    );
    expect(check()).toEqual([
      'a.yaml:2:10 /version Version 1 of `a` is published and was edited in place. Undo the edit, or put it into a new file with `version: 2`.',
      'models.lock:1:1 `own.done` is published as "validity none" and now says "validity P1Y". Undo that, or use another key.',
      expect.stringContaining('2 faults'),
    ]);
    rmSync(join(folder, 'a.yaml'));
    rmSync(join(folder, 'milestones.yaml'));
    write('b.yaml', model('b', 1));
    expect(check()).toEqual([
      'b.yaml:2:10 /version Not published yet. Run `npm run models:check -- --publish`.',
      'models.lock:1:1 `a@1` is published and no file holds it any longer. Put it back.',
      'models.lock:1:1 `own.done` is published and no file holds it any longer. Put it back.',
      expect.stringContaining('3 faults'),
    ]);
  });

  it('never forgets what it published, and publishes nothing while there are faults', () => {
    write('a.yaml', model('a', 1));
    check('--publish');
    const before = readFileSync(join(folder, 'models.lock'), 'utf8');
    write('a.yaml', model('a', 1, 'coe.formed'));
    write('b.yaml', model('b', 1, 'no.such'));
    check('--publish');
    expect(readFileSync(join(folder, 'models.lock'), 'utf8')).toBe(before);
    write('b.yaml', model('b', 1));
    expect(check('--publish').at(-1)).toMatch(/: 1 fault$/);
    expect(readFileSync(join(folder, 'models.lock'), 'utf8')).toContain(before.split('\n')[2]);
  });

  it('is asked with options that exist', () => {
    expect(checkModels(['--pubish'])).toEqual({
      ok: false,
      lines: ['There is no option --pubish. There is --publish.'],
    });
  });
});
