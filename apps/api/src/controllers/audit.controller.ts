import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import {
  AUDIT_ACTIONS,
  type AuditEntry,
  type AuditFilter,
  AuditReader,
  AuditTrail,
  isAuditAction,
} from '#lib/access';
import { AuditFilterQuery, AuditQuery, AuditView } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { HttpProblem } from '../http/http-problem.js';
import { instantText } from '../http/instants.js';
import { withLineEnds } from '../http/json-lines.js';
import { ProgramOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';

/** What was done of an administrative kind, and what was refused. */
@ApiTags('Audit')
@Controller('api/v1')
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly audit: AuditTrail,
  ) {}

  @Get('audit')
  @Operation({
    summary: 'The audit trail of the program, the newest first',
    description:
      'Sign-ins, denials, changes of keys, people, groups and roles, exports, changes of models, erasures. `to` is not included.',
    answers: { 200: AuditView },
    refuses: [403, 422],
    example: EXAMPLES.audit,
  })
  async list(
    @Query({ schema: AuditQuery }) { limit, cursor, ...asked }: z.output<typeof AuditQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const place = placeOf(cursor, (text) => /^[1-9]\d{0,14}$/.test(text));
    const before = place === undefined ? undefined : Number(place);
    const page = { before, limit: limit + 1 };
    const found = await this.reader.newest(program, filterOf(asked), page);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(entryView), next: cursorOf(last ? String(last.position) : null) };
  }

  @Get('exports/audit.jsonl')
  @Operation({
    summary: 'The audit trail as JSON Lines, the oldest first; the export is noted in it',
    answers: { 200: null },
    refuses: [403, 422],
    produces: 'application/jsonl',
    example: EXAMPLES.auditExport,
  })
  async export(
    @Query({ schema: AuditFilterQuery }) asked: z.output<typeof AuditFilterQuery>,
    @ProgramOf() program: ProgramId,
    @Acting() acting: ActingParty,
    @Res() reply: FastifyReply,
  ) {
    const filter = filterOf(asked);
    await this.audit.note(program, { ...acting, action: 'audit.exported', outcome: 'done' });
    const lines = withLineEnds(linesOf(this.reader.oldest(program, filter)));
    void reply
      .header('content-type', 'application/jsonl; charset=utf-8')
      .header('content-disposition', `attachment; filename="${program}.audit.jsonl"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines, { objectMode: false }));
  }
}

async function* linesOf(entries: AsyncIterable<AuditEntry>): AsyncIterable<string> {
  for await (const entry of entries) yield JSON.stringify(entryView(entry));
}

function entryView(entry: AuditEntry) {
  return { ...entry, at: instantText(entry.at) };
}

function filterOf(asked: z.output<typeof AuditFilterQuery>): AuditFilter {
  const { from, to, action, actor, outcome } = asked;
  if (action !== undefined) requireAction(action);
  return { action, actor, outcome, from: pointIn(from, '?from'), to: pointIn(to, '?to') };
}

/** @throws HttpProblem `invalid`, which lists the choices */
function requireAction(action: string): void {
  if (isAuditAction(action)) return;
  const message = `There is no action "${action}". Choose among ${AUDIT_ACTIONS.join(', ')}, or all that begin so, such as key.*`;
  throw new HttpProblem('invalid', 'One part of the request is against the rules.', {
    errors: [{ pointer: '?action', message }],
  });
}
