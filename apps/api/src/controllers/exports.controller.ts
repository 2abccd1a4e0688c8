import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { AuditTrail } from '#lib/access';
import { ExportTableQuery } from '#lib/contracts';
import type { Viewer } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import type { ExportTable } from '../exports/export-table.js';
import { ExportTables, TABLES, type TableName } from '../exports/export-tables.js';
import type { Narrowing } from '../exports/export-wish.js';
import { csvOf, jsonLinesOf, workbookOf } from '../exports/write-table.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { checked } from '../http/checked.js';
import { HttpProblem } from '../http/http-problem.js';
import { ViewerOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';

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
  ) {}

  @Get(':file')
  @Operation({
    summary: 'What is there as a file: CSV, XLSX or JSON Lines',
    description:
      '`{file}` is one of units, milestones, assessments, targets, standings, heatmap, distribution, roadmap, recommendations, alerts and log, with .csv, .xlsx or .jsonl. It holds what is in sight. Cells that would be formulas stay text. Workbooks hold at most 50,000 rows. What units, milestones, assessments and targets write as .csv or .xlsx, POST /imports reads. The export is noted in the audit trail.',
    answers: { 200: null },
    produces: 'text/csv',
    refuses: [404, 422],
    example: EXAMPLES.exportTable,
  })
  async export(
    @Param('file') file: string,
    @Query({ schema: ExportTableQuery }) asked: Asked,
    @ViewerOf() viewer: Viewer,
    @Acting() acting: ActingParty,
    @Res() reply: FastifyReply,
  ) {
    const { name, format } = partsOf(file);
    requireFitting(name, asked);
    const given = {
      ...asked,
      ...{ asOf: pointIn(asked.asOf, '?asOf'), knownAt: pointIn(asked.knownAt, '?knownAt') },
    };
    const table = this.tables.of(name, { viewer, ...checked<Narrowing>(given) });
    const rows = await begun(format === 'jsonl' && table.proven ? table.proven() : table);
    const about = { table: name, format, under: asked.under ?? null };
    const note = { action: 'table.exported', outcome: 'done', about, ...acting } as const;
    await this.audit.note(viewer.program, note);
    const body = format === 'xlsx' ? await workbookOf(rows, untilLeft(reply)) : write(format, rows);
    if (!body) return;
    void reply
      .header('content-type', FORMATS[format])
      .header('content-disposition', `attachment; filename="${viewer.program}.${file}"`)
      .header('cache-control', 'no-store')
      .send(body);
  }
}

/** Aborted when whoever asked leaves before the answer. */
function untilLeft(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  return left.signal;
}

function write(format: 'csv' | 'jsonl', rows: ExportTable): Readable {
  return format === 'csv' ? csvOf(rows) : jsonLinesOf(rows);
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
function requireFitting(name: TableName, asked: Asked): void {
  const { narrowedBy } = TABLES[name];
  const misplaced = (Object.keys(asked) as (keyof Asked)[]).filter(
    (one) => asked[one] !== undefined && !narrowedBy.includes(one),
  );
  if (misplaced.length === 0) return;
  const errors = misplaced.map((one) => ({
    pointer: `?${one}`,
    message: `${name} cannot be asked for by ${one}. Leave it out.`,
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
