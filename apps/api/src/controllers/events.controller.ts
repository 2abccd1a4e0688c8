import { Body, Controller, Headers, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  CloudEventBatch,
  CloudEventData,
  CloudEventResult,
  CloudEventResults,
  CloudEventText,
} from '#lib/contracts';
import { reachOf } from '#lib/access';
import type { Reach } from '#lib/projections';
import { type By, type ForeignFact, RecordForeignFact, Recorder, Refusal } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { CLOUD_EVENT_TYPES, JSON_TYPE } from '../http/content-types.js';
import { type Message, readCloudEvent } from '../http/cloud-events.js';
import { HttpProblem } from '../http/http-problem.js';
import { Requested } from '../http/parameters.js';
import { toProblem } from '../http/problem.js';
import { LIMITS, Route } from '../http/route.js';

const [EVENT_TYPE, BATCH_TYPE] = CLOUD_EVENT_TYPES;
const LONGEST_BATCH = 1000;

type Result = z.input<typeof CloudEventResult>;

/** Facts that other systems tell, as CloudEvents 1.0. */
@ApiTags('Recording')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly recorder: Recorder,
  ) {}

  @Post()
  @Route({ consumes: [JSON_TYPE, ...CLOUD_EVENT_TYPES], bodyLimit: LIMITS.batch })
  @ApiConsumes(EVENT_TYPE, BATCH_TYPE, JSON_TYPE)
  @ApiBody({ standardSchema: CloudEventText } as never)
  @Operation({
    summary: 'CloudEvents in binary, structured or batch mode',
    description:
      'Binary: attributes in `ce-` headers, data as JSON body. Structured: application/cloudevents+json. Batch: application/cloudevents-batch+json, up to 1,000, each standing alone; the answer lists them in order. `source` and `id` make a repeat known.',
    answers: { 202: z.union([CloudEventResult, CloudEventResults]) },
    refuses: [404, 409, 413, 415, 422],
    bodies: { [BATCH_TYPE]: CloudEventBatch, [JSON_TYPE]: CloudEventData },
    headers: [
      'idempotency-key',
      'ce-specversion',
      'ce-id',
      'ce-source',
      'ce-type',
      'ce-subject',
      'ce-time',
    ],
    example: EXAMPLES.cloudEvent,
  })
  async take(
    @Body() body: unknown,
    @Headers() headers: Record<string, string>,
    @Requested() requested: By,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { ifMatch: _, ...by } = requested;
    reply.status(202);
    const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    if (type === BATCH_TYPE) return { results: await this.batch(body, by, request) };
    if (type === EVENT_TYPE) return this.one({ mode: 'structured', event: body }, by, request);
    if (headers['ce-id'] === undefined && headers['ce-specversion'] === undefined) {
      throw new HttpProblem(
        'malformed',
        `Send ${EVENT_TYPE}, ${BATCH_TYPE}, or JSON with ce- headers.`,
      );
    }
    return this.one({ mode: 'binary', headers, data: body }, by, request);
  }

  private async one(message: Message, by: By, request: FastifyRequest): Promise<Result> {
    const { unit, origin, fact, dated } = readCloudEvent(message);
    const reach = reachFor(fact.kind, request);
    const command = new RecordForeignFact({ ...by, reach }, origin, unit, fact);
    const taken = await this.commands.execute(command).catch(placedFor(dated));
    const status = taken.duplicate ? 'duplicate' : 'recorded';
    return { id: origin.sourceId, status, event: taken.event, position: taken.position };
  }

  /** Members are recorded in their order, side by side; a wrong one harms no other. */
  private async batch(body: unknown, by: By, request: FastifyRequest): Promise<readonly Result[]> {
    if (!Array.isArray(body)) throw new HttpProblem('malformed', 'A batch is a JSON array.');
    if (body.length > LONGEST_BATCH) {
      throw new HttpProblem('invalid', `A batch holds at most ${LONGEST_BATCH} events.`);
    }
    // the key stands for the whole batch; each member then keeps its own first answer under it
    if (by.idempotency) await this.recorder.once(by, async () => null);
    return Promise.all(
      body.map(async (event, index): Promise<Result> => {
        try {
          return await this.one({ mode: 'structured', event }, memberOf(by, index), request);
        } catch (error) {
          const { problem, expected } = toProblem(error, request.url);
          // not the member's fault: the whole batch is to be repeated
          if (!expected || problem.status === 503) throw error;
          return { id: idOf(event), status: 'rejected', problem };
        }
      }),
    );
  }
}

/**
 * How far a kind of fact may reach: waivers need more than reporting does, and so does taking facts
 * back, unless they are one's own.
 * @throws HttpProblem `forbidden`
 */
function reachFor(kind: ForeignFact['kind'], { caller, reach }: FastifyRequest): Reach {
  const emit = reach ?? { sight: [], milestones: [] };
  if (!caller || (kind !== 'waived' && kind !== 'retracted')) return emit;
  const record = reachOf(caller, 'record');
  if (record) return record;
  if (kind === 'retracted') return { ...emit, ownOnly: true };
  throw new HttpProblem('forbidden', 'A waiver needs the permission "record".');
}

/** Puts what is at fault where it stands in a CloudEvent. @throws the refusal, or what else was thrown */
function placedFor(dated: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Refusal)) throw error;
    const inData = error.pointer === '/occurredAt' ? dated : `/data${error.pointer ?? ''}`;
    const pointer = error.code === 'unit-unknown' ? '/subject' : inData;
    throw new Refusal(error.code, error.message, pointer, error.offer);
  };
}

function memberOf(by: By, index: number): By {
  const { idempotency } = by;
  if (!idempotency) return by;
  return { ...by, idempotency: { ...idempotency, scope: `${idempotency.scope} ${index}` } };
}

function idOf(given: unknown): string | null {
  const { id } = (given ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
