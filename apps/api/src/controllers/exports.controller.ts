import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AuditTrail, type Caller } from '#lib/access';
import { ExportTableQuery } from '#lib/contracts';
import { Moments, type Viewer } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import type { ExportTable } from '../exports/export-table.js';
import { ExportTables, TABLES } from '../exports/export-tables.js';
import { ABOUT, type TableName } from '../exports/about.js';
import { said } from '../exports/export-wish.js';
import { narrowingOf } from '../exports/narrowing.js';
import { workbookOf } from '../exports/workbook/workbook.js';
import { csvOf, jsonLinesOf } from '../exports/write-table.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { HttpProblem } from '../http/http-problem.js';
import { CallerOf, ViewerOf } from '../http/parameters.js';
import { Welcome } from '../sign-in/welcome.js';

type Asked = z.output<typeof ExportTableQuery>;

const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof FORMATS;

const NAMES = Object.keys(TABLES) as readonly TableName[];

/** What is there, as files. */
@ApiTags('Exports')
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly tables: ExportTables,
    private readonly audit: AuditTrail,
    private readonly moments: Moments,
    private readonly welcome: Welcome,
  ) {}

  @Get(':file')
  @Operation({
    summary: 'What is there as a file: CSV, XLSX or JSON Lines',
    description:
      '`{file}` is one of units, milestones, assessments, targets, standings, heatmap, distribution, roadmap, recommendations, alerts and log, with .csv, .xlsx or .jsonl. It holds what is in sight. Cells that would be formulas stay text. What units, milestones, assessments and targets write as .csv or .xlsx, POST /imports reads. The export is noted in the audit trail.',
    answers: { 200: null },
    produces: 'text/csv',
    refuses: [404, 422],
    example: EXAMPLES.exportTable,
  })
  async export(
    @Param('file') file: string,
    @Query({ schema: ExportTableQuery }) asked: Asked,
    @ViewerOf() viewer: Viewer,
    @CallerOf() caller: Caller,
    @Acting() acting: ActingParty,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { name, format } = partsOf(file);
    requireFitting(name, format, asked);
    const { bom, ...narrowing } = asked;
    const wish = narrowingOf(narrowing, caller);
    const pair = said({ asOf: wish.asOf, knownAt: wish.knownAt });
    let moment = await this.moments.settle(viewer.program, pair);
    const table = this.tables.of(name, {
      ...{ viewer, ...wish, moment },
      isOf: (one) => (moment = one),
    });
    const rows = await begun(format === 'jsonl' && table.proven ? table.proven() : table);
    const about = { table: name, format, under: asked.under ?? null };
    const note = { action: 'table.exported', outcome: 'done', about, ...acting } as const;
    await this.audit.note(viewer.program, note);
    const written = {
      csv: () => csvOf(rows, said({ bom })),
      jsonl: () => jsonLinesOf(rows),
      xlsx: async () => {
        const from = { name, asked: narrowing, origin: this.welcome.originOf(request) };
        return workbookOf(rows, ABOUT[name].title, await this.tables.about(viewer, from, moment));
      },
    };
    void reply
      .header('content-type', FORMATS[format])
      .header('content-disposition', `attachment; filename="${viewer.program}.${file}"`)
      .header('cache-control', 'no-store')
      .send(await written[format]());
  }
}

/** @throws HttpProblem `not-found`, which says what there is */
function partsOf(file: string): { readonly name: TableName; readonly format: Format } {
  const [name = '', format = '', ...more] = file.split('.');
  const table = NAMES.find((one) => one === name);
  if (table && Object.hasOwn(FORMATS, format) && more.length === 0) {
    return { name: table, format: format as Format };
  }
  throw new HttpProblem(
    'not-found',
    `There is no such export. There are ${NAMES.join(', ')}, each as .csv, .xlsx or .jsonl; roadmap.ics; and audit.jsonl.`,
  );
}

/** @throws HttpProblem `invalid` for what would be passed over in silence */
function requireFitting(name: TableName, format: Format, asked: Asked): void {
  const fitting: readonly string[] = [
    ...TABLES[name].narrowedBy,
    ...(format === 'csv' ? ['bom'] : []),
  ];
  const misplaced = (Object.keys(asked) as (keyof Asked)[]).filter(
    (one) => asked[one] !== undefined && !fitting.includes(one),
  );
  if (misplaced.length === 0) return;
  const errors = misplaced.map((one) => ({
    pointer: `?${one}`,
    message: `${name} as .${format} cannot be asked for by ${one}. Leave it out.`,
  }));
  throw new HttpProblem('invalid', 'One part of the request is against the rules.', { errors });
}

/** The table with its first item read: what refuses the request does so before anything is sent. */
async function begun(rows: ExportTable): Promise<ExportTable> {
  const iterator = rows.items[Symbol.asyncIterator]();
  const first = await iterator.next();
  return {
    ...rows,
    items: (async function* () {
      if (first.done) return;
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })(),
  };
}
