import { describe, expect, it } from 'vitest';
import { importing } from '../../../../test/support/importing.js';
import type { ImportFormat } from './convert.js';

const BYTES = 5_000_000;
const full = (text: string) => text.repeat(Math.floor(BYTES / text.length));
const uuid = (number: number) =>
  `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
const many = (count: number, of: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => of(number)).join('\n');

/** Files that are as large as may be sent and mean no good. */
const HOSTILE: Readonly<Record<string, readonly [from: ImportFormat, path: string, text: string]>> =
  {
    'a file of entries': ['dsomm', 'model.yaml', full('- a\n')],
    'a file of open brackets': ['dsomm', 'model.yaml', full('[')],
    'a file of documents': ['dsomm', 'model.yaml', full('---\na: b\n')],
    'activities without end': [
      'dsomm',
      'model.yaml',
      `D:\n  S:\n${many(12_000, (number) => `    A${number}: { uuid: ${uuid(number)}, level: 1 }`)}`,
    ],
    'sub-dimensions that are called alike': [
      'dsomm',
      'model.yaml',
      `D:\n${many(5000, (number) => `  ${'!'.repeat(number % 50)}é${'?'.repeat(number / 50)}: { A: { uuid: ${uuid(number)}, level: 1 } }`)}`,
    ],
    'activities of nothing': [
      'dsomm',
      'model.yaml',
      `D:\n  S:\n${many(30_000, (number) => `    A${number}:`)}`,
    ],
    'progress without steps': [
      'dsomm',
      'progress.yaml',
      `progress:\n${many(4000, (number) => `  ${uuid(number)}: { A: { x: 1, y: 2 } }`)}`,
    ],
    'records that lead nowhere': [
      'samm',
      'model/activities/a.yml',
      full(`---\ntype: Activity\nid: ${'f'.repeat(32)}\n`),
    ],
    'a sheet of quotes': ['sheet', 'a.csv', full('"')],
    'a sheet of commas': ['sheet', 'a.csv', full(',')],
    'a sheet of rows': [
      'sheet',
      'a.csv',
      `stage,criterion,milestone,key move\n${full('a,b,c,d\n')}`,
    ],
    'rows of faults': [
      'sheet',
      'a.csv',
      `stage,criterion,milestone,key move\n${many(4900, (number) => `S${number},says,no key,maybe`)}`,
    ],
  };

describe('a hostile import is refused within seconds', () => {
  it.each(Object.entries(HOSTILE))('%s', async (_what, [from, path, text]) => {
    const began = process.cpuUsage();
    const refused = await importing({ from, files: [{ path, text }] }).then(
      () => undefined,
      (error: { faults: readonly { message: string }[] }) => error.faults,
    );
    const { user, system } = process.cpuUsage(began);
    expect(refused?.length).toBeGreaterThan(0);
    expect(refused?.length).toBeLessThanOrEqual(201);
    expect((user + system) / 1000, 'milliseconds of this process alone').toBeLessThan(2500);
  });
});
