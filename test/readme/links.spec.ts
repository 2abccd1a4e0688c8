import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['apps', 'bench', 'docs', 'libs', 'models', 'test'];

describe('the documents', () => {
  it('point at files that are there', async () => {
    const documents = (await readdir(ROOT)).filter((name) => name.endsWith('.md'));
    for (const folder of FOLDERS) {
      const files = await readdir(join(ROOT, folder), { recursive: true });
      documents.push(
        ...files.filter((name) => name.endsWith('.md')).map((name) => join(folder, name)),
      );
    }
    expect(documents).toContain('README.md');
    const lost: string[] = [];
    for (const document of documents) {
      const text = await readFile(join(ROOT, document), 'utf8');
      for (const [, target = ''] of text.matchAll(
        /\]\((?!https?:|mailto:|#)([^)\s]+?)(?:#[^)]*)?\)/g,
      )) {
        const there = access(join(ROOT, dirname(document), target)).then(
          () => true,
          () => false,
        );
        if (!(await there)) lost.push(`${document}: ${target}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
