import { inflateRawSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { importing, programWith } from '../../../../test/support/importing.js';
import { IMPORT_LIMITS } from './import-file.js';
import { entriesOf } from '#lib/platform';

const HEAD = 'Stage,Criterion,Milestone,Key move';
const ROWS = [
  'Start,,,',
  'Heard,"Somebody listens, every day.",listening.started,yes',
  ',Pilots were run.,pilots.completed,',
  'Owned,Contoso has a forum.,contoso.forum-opened,x',
];

const sheet = (text: string, path = 'our steps.csv') =>
  importing({ from: 'sheet', files: [{ path, text }] });
const faultsOf = (text: string) =>
  sheet(text).then(
    () => [],
    (error: { faults: readonly object[] }) => error.faults,
  );

const STEPS = {
  id: 'our-steps',
  title: 'our steps',
  policy: 'gates',
  stages: [
    { id: 'start', name: 'Start', criteria: [] },
    {
      id: 'heard',
      criteria: [
        {
          id: 'listening-started',
          says: 'Somebody listens, every day.',
          keyMove: true,
          when: { milestone: 'listening.started' },
        },
        { id: 'pilots-completed', keyMove: false },
      ],
    },
    { id: 'owned', criteria: [{ id: 'contoso-forum-opened', keyMove: true }] },
  ],
  milestones: [
    { key: 'contoso.forum-opened', title: 'Contoso has a forum.', means: 'Contoso has a forum.' },
  ],
};

describe('a sheet', () => {
  it('becomes a model of gates, with entries for milestones that nobody knows', async () => {
    const { models, warnings } = await sheet([HEAD, ...ROWS].join('\n'));
    expect(models[0]?.upload.model).toMatchObject(STEPS);
    expect(warnings).toEqual([]);
  });

  it('is read from a workbook as well', async () => {
    const cells = [HEAD, ...ROWS.map((row) => row.replace(/"(.*), (.*)"/, '$1; $2'))].map((row) =>
      row.split(',').map((value) => ({ value: value.replace(';', ','), type: String as never })),
    );
    const bytes = await writeWorkbook(cells as never).toBuffer();
    const { models } = await importing({
      from: 'sheet',
      files: [{ path: 'our steps.xlsx', bytes }],
    });
    expect(models[0]?.upload.model).toMatchObject(STEPS);
  });

  it('may name milestones by their titles, say more in further columns, and part its fields otherwise', async () => {
    const rows = [
      'Key move;Motto;Stage;Needs;Criterion;Milestone;Supporting;Title;Means;Owner',
      ';Hear;One;1;;Listening started;;;;Ada',
      'yes;;One;;Two;own.done;;Own thing done;The own thing is done.;',
      ';;One;;Three;own.helped;yes;;;',
    ];
    const { models, warnings } = await sheet(`\u{feff}${rows.join('\r\n')}\r\n`);
    expect(models[0]?.upload.model).toMatchObject({
      stages: [
        {
          motto: 'Hear',
          needs: { atLeast: 1 },
          criteria: [
            { when: { milestone: 'listening.started' } },
            { keyMove: true },
            { supporting: true },
          ],
        },
      ],
      milestones: [
        { key: 'own.done', title: 'Own thing done', means: 'The own thing is done.' },
        { key: 'own.helped' },
      ],
    });
    expect(warnings).toMatchObject([
      { line: 1, column: 10, message: expect.stringContaining('Owner') },
    ]);
  });

  it.each<[string, readonly string[], { line?: number; column?: number; message: RegExp }]>([
    [
      'a column that is missing',
      ['Stage,Criterion,Milestone', 'A,B,c.d'],
      { line: 1, message: /key move/ },
    ],
    ['a row without a stage', [HEAD, ',Says.,a.b,'], { line: 2, column: 1, message: /stage/ }],
    [
      'a criterion without a milestone',
      [HEAD, 'A,Says.,,'],
      { line: 2, column: 3, message: /milestone/ },
    ],
    [
      'a milestone without a statement',
      [HEAD, 'A,,own.key,'],
      { line: 2, column: 2, message: /must be true/ },
    ],
    [
      'what is no key',
      [HEAD, 'A,,,', 'B,Says.,No key,'],
      { line: 3, column: 3, message: /milestone key/ },
    ],
    [
      'what is neither yes nor no',
      [HEAD, 'A,Says.,a.b,maybe'],
      { line: 2, column: 4, message: /yes/ },
    ],
    [
      'needs that cannot be',
      [HEAD + ',Needs', 'A,Says.,a.b,,2'],
      { line: 2, message: /can never be/ },
    ],
    ['no rows', [HEAD], { line: 1, message: /no stage/ }],
    ['a quote that is open', [HEAD, 'A,"Says.,a.b,'], { message: /quote/ }],
  ])('is refused with the row and column of %s', async (_what, rows, { message, ...place }) => {
    expect(await faultsOf(rows.join('\n'))).toContainEqual(
      expect.objectContaining({
        ...place,
        file: 'our steps.csv',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('tells of a misspelt title once, at its cell, with the one that was meant', async () => {
    const rows = ['A,,,', 'B,Says.,Social hub lunched,yes'];
    expect(await faultsOf([HEAD, ...rows].join('\n'))).toMatchObject([
      {
        line: 3,
        column: 3,
        message: expect.stringContaining('Did you mean "Social hub launched"?'),
      },
    ]);
  });

  it('has at most so many rows', async () => {
    const rows = Array.from({ length: IMPORT_LIMITS.rows }, () => 'A,,,');
    expect(await faultsOf([HEAD, ...rows].join('\n'))).toMatchObject([
      { line: IMPORT_LIMITS.rows + 1 },
    ]);
  });

  it('is one file', async () => {
    const text = [HEAD, ...ROWS].join('\n');
    const files = [
      { path: 'a.csv', text },
      { path: 'b.csv', text },
    ];
    await expect(importing({ from: 'sheet', files })).rejects.toMatchObject({
      faults: [{ file: 'b.csv' }],
    });
    await expect(
      importing({ from: 'sheet', files: [{ path: 'a.yaml', text }] }),
    ).rejects.toMatchObject({ faults: [{ file: 'a.yaml' }] });
  });

  it('makes the next version when it is sent again with other words', async () => {
    const first = await sheet([HEAD, ...ROWS].join('\n'));
    const text = [HEAD, ...ROWS].join('\n').replace('every day', 'all day');
    const again = { from: 'sheet', files: [{ path: 'our steps.csv', text }] } as const;
    const { models } = await importing(again, programWith(first));
    expect(models[0]?.upload).toMatchObject({ outcome: 'new', model: { version: 2 } });
  });
});

describe('a hostile workbook', () => {
  const refused = (bytes: Uint8Array) =>
    expect(
      importing({ from: 'sheet', files: [{ path: 'steps.xlsx', bytes }] }),
    ).rejects.toMatchObject({ faults: [{ file: 'steps.xlsx', line: 1, column: 1 }] });
  const workbook = async (rows: readonly (readonly string[])[]) =>
    writeWorkbook(
      rows.map((row) => row.map((value) => ({ value, type: String }))) as never,
    ).toBuffer();

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('stage,criterion')],
    ['the end of an archive alone', Buffer.from('504b0506'.padEnd(44, '0'), 'hex')],
    [
      'an archive that points beyond itself',
      Buffer.from('504b050600000000ffffffffffffffffffffffff0000', 'hex'),
    ],
  ])('is refused: %s', (_what, bytes) => refused(bytes));

  it('is refused when its archive lies about how large it is', async () => {
    const bytes = await workbook([['a'.repeat(1000)]]);
    const size = bytes.indexOf(Buffer.from('504b0102', 'hex')) + 24;
    for (const wrong of [1, 0x7fffffff]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt32LE(wrong, size);
      await refused(changed);
    }
  });

  it('is refused when a cell stands so far out that all before it would fill memory', async () => {
    const parts = entriesOf(await workbook([['a']])) ?? [];
    const moved = (place: string) =>
      parts.map(({ name, method, packed }) => {
        const text = method === 'stored' ? Buffer.from(packed) : inflateRawSync(packed);
        return { name, text: text.toString().replace('r="A1"', `r="${place}"`) };
      });
    const asIs = storedZip(moved('A1'));
    const files = [{ path: 'steps.xlsx', bytes: asIs }];
    await expect(importing({ from: 'sheet', files })).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('There is no column') }),
      ]),
    });
    for (const place of ['ZZZZZ1', 'A9999999', 'XFD2']) await refused(storedZip(moved(place)));
    const wide = moved('A1').map(({ name, text }) => ({
      name,
      text: text.replace(/<c [^>]*>.*?<\/c>/, '<c><v>1</v></c>'.repeat(1000)),
    }));
    await refused(storedZip(wide));
  });
});

/** An archive of files that are not packed. */
function storedZip(files: readonly { readonly name: string; readonly text: string }[]): Buffer {
  const heads: Buffer[] = [];
  const bodies: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50);
    for (const [part, at] of [
      [local, 18],
      [head, 20],
    ] as const) {
      part.writeUInt32LE(content.length, at);
      part.writeUInt32LE(content.length, at + 4);
      part.writeUInt16LE(title.length, at + 8);
    }
    head.writeUInt32LE(offset, 42);
    heads.push(head, title);
    bodies.push(local, title, content);
    offset += local.length + title.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(heads).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...heads, end]);
}
