import { expect, test } from 'vitest';
import type { Answer, Client, Json } from '../e2e/support/client.js';

/** A program with the units `desk` below `support`, and a way to send sheets to it. */
interface Ground {
  readonly office: Client;
  readonly send: (text: string, query?: string) => Promise<Answer>;
}

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

/** What is told of a sheet in which something is wrong, or written as people do. */
export function faultsTold(ground: () => Ground): void {
  test('is refused as a whole, with row and column of each fault', async () => {
    const { office, send } = ground();
    const before = (await office.get('/log')).body.items.length;
    const { status, body } = await send(
      lines(
        'unit,milestone,date,degree',
        'desk,training.established,2014-01-01,',
        'nowhere,training.established,2014-01-01,',
        'desk,no.such-thing,2014-01-01,',
        'desk,training.established,03/04/2014,',
        'desk,training.established,2999-01-01,',
        'desk,training.established,2014-01-01,200 %',
        ',training.established,2014-01-01,',
      ),
    );
    expect(status).toBe(422);
    const places = body.errors.map((one: { line: number; column: number }) => [
      one.line,
      one.column,
    ]);
    expect(places, JSON.stringify(body)).toEqual([
      [3, 1],
      [4, 2],
      [5, 3],
      [6, 3],
      [7, 4],
      [8, 1],
    ]);
    expect(body.detail).toContain('6 faults');
    expect((await office.get('/log')).body.items).toHaveLength(before);
  });

  test('tells all that is wrong with a row at once, and of many equal faults one', async () => {
    const { send } = ground();
    const { body } = await send(
      lines(
        'unit,milestone,date',
        'nowhere,no.such-thing,soon',
        'nowhere,no.such-thing,2999-01-01',
        ...Array.from({ length: 30 }, (_, index) => `desk,training.established,day ${index}`),
      ),
      '?dryRun=true',
    );
    const places = body.faults.slice(0, 6).map(({ row, column }: Json) => [row, column]);
    expect(places).toEqual([...[2, 3].flatMap((row) => [1, 2, 3].map((column) => [row, column]))]);
    expect(body.faultCount).toBe(36);
    const groups = body.faultGroups.map(({ column, count }: Json) => [column, count]);
    expect(groups).toEqual([
      [3, 31],
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
    const [days, unit] = body.faultGroups;
    expect(days).toMatchObject({
      head: 'date',
      cells: ['soon', 'day 0', 'day 1', 'day 2', 'day 3'],
    });
    expect([days.rows.length, days.message]).toEqual([20, expect.not.stringContaining('soon')]);
    expect(unit).toMatchObject({
      rows: [2, 3],
      cells: [],
      message: expect.stringMatching('nowhere'),
    });
  });

  test('does not blame those below a unit whose row has a fault', async () => {
    const { send } = ground();
    const { body } = await send(
      lines(
        'unit,name,kind,parent,email,owner',
        'region,Region,region,,nobody,Ada',
        'branch,Branch,,region,,',
        'shop,Shop,team,branch,,',
        'stray,Stray,team,lost,,',
      ),
      '?dryRun=true&kind=units',
    );
    const told = body.faults.map(({ row, head }: Json) => [row, head]);
    expect(told, JSON.stringify(body.faults)).toEqual([
      [2, 'email'],
      [3, 'kind'],
      [5, 'parent'],
    ]);
  });

  test('says what closes a circle, what is not there, and what stands twice beside other faults', async () => {
    const { send } = ground();
    const { body } = await send(
      lines(
        'unit,name,kind,belongs to,email,owner',
        'below,Below,team,loop-a,,',
        'loop-a,A,team,loop-b,,',
        'loop-b,B,team,loop-a,,',
        'self,Self,team,self,,',
        'twice,Twice,team,desk,nobody,Ada',
        'twice,Other,team,desk,,',
        'stray,Stray,team,SUPORT,,',
      ),
      '?dryRun=true&kind=units',
    );
    const told = body.faults.map(({ row, message }: Json) => [row, message]);
    expect(told).toEqual([
      [3, expect.stringMatching(/^Here "loop-b" lies below "loop-a" as well: loop-a under loop-b/)],
      [4, expect.stringMatching(/^Here "loop-a" lies below "loop-b" as well/)],
      [5, expect.stringMatching(/nothing lies below itself/)],
      [6, expect.stringMatching(/^"nobody"/)],
      [7, '"twice" stands in row 6 too, and otherwise. Leave one of them.'],
      [8, '"SUPORT" is neither the key nor the name of a unit. Did you mean support?'],
    ]);
  });

  test('reads names for keys where they are clear, and says so', async () => {
    const { send } = ground();
    const sheet = lines('Team,Milestone,Date', 'SERVICE  Désk,Social hub launched,2014-02-02');
    const { body } = await send(sheet, '?dryRun=true');
    expect(body.faults).toEqual([]);
    expect(body.first[0].holds).toMatchObject({ unit: 'desk', milestone: 'hub.launched' });
    expect(body.understood).toMatchObject({
      ...{ headRow: 1, leftOut: [], nameCount: 2 },
      names: [{ written: 'SERVICE  Désk', key: 'desk' }, { key: 'hub.launched' }],
    });
  });

  test('says which key was probably meant', async () => {
    const { send } = ground();
    const { body } = await send(
      lines(
        'unit,milestone,date',
        'suport,hub.lanched,2014-01-01',
        'suport,training.established,2014-01-01',
        'support,hub.lanched,2014-01-01',
        'Servisce desk,Social hub lunched,2014-01-01',
        'zzzzzzzz,training.established,2014-01-01',
      ),
      '?dryRun=true',
    );
    const told = body.faults.map(({ row, message }: { row: number; message: string }) => [
      row,
      message,
    ]);
    expect(told).toEqual([
      [2, 'There is no unit "suport". Register it first. Did you mean support?'],
      [2, expect.stringContaining('Did you mean hub.launched?')],
      [3, 'There is no unit "suport". Register it first. Did you mean support?'],
      [
        4,
        'There is no milestone "hub.lanched". Add it to the dictionary first. Did you mean hub.launched?',
      ],
      [5, expect.stringMatching(/^"Servisce desk" is neither the key .* Did you mean desk\?$/)],
      [
        5,
        expect.stringMatching(/^"Social hub lunched" is neither .* Did you mean hub\.launched\?$/),
      ],
      [6, 'There is no unit "zzzzzzzz". Register it first.'],
    ]);
    expect(body.faults.every((fault: object) => !('sought' in fault))).toBe(true);
  });
}
