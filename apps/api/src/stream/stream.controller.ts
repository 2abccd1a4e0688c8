import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StreamMessage } from '#lib/contracts';
import { BEGINNING_OF_TIME, type Instant, type Position, type ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { StandingChanges, type Viewer } from '#lib/projections';
import { RECORDS, type Records } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { HttpProblem } from '../http/http-problem.js';
import { instantText } from '../http/instants.js';
import { ViewerOf } from '../http/parameters.js';
import { Route } from '../http/route.js';
import { eventView } from '../http/views.js';
import type { Shown } from './catching-up.js';
import { follow, type LiveMessage, type Place } from './follow.js';
import { Listeners, messageOf, placeOnly } from './listeners.js';
import { narrow } from './narrow.js';
import { watch } from './watch.js';

/** What happens in a program, as it happens. */
@ApiTags('Log')
@Controller('api/v1/stream')
export class StreamController {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly changes: StandingChanges,
    private readonly listeners: Listeners,
  ) {}

  @Get()
  @Route({ ownSite: true })
  @Operation({
    summary:
      'Live: one message a position, and one for each instant at which stages change by the calendar',
    description:
      'Ids are positions, and `position.instant` (milliseconds since 1970) for boundaries that pass. Send the id of the last message as Last-Event-ID to go on without loss. Only what is about units in sight is told, as the tree stands then; ids without data say how far that goes. It ends when the key or session does.',
    answers: { 200: StreamMessage },
    produces: 'text/event-stream',
    refuses: [429],
    headers: ['last-event-id'],
  })
  async stream(
    @ViewerOf() viewer: Viewer,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { program } = viewer;
    const { place, head } = await this.placeOf(program, lastEventId);
    if (request.method === 'HEAD') {
      void reply.header('content-type', 'text/event-stream; charset=utf-8').send();
      return;
    }
    const { log, foundation } = this.records;
    const { database, clock } = foundation;
    const parts = { log, database, clock, changes: this.changes };
    const party = request.caller?.id ?? '';
    const leave = this.listeners.places.take(party);
    const listener = watch(viewer, request.reachNow);
    const shown = (message: LiveMessage) => narrow(database, listener.viewer(), message);
    const told = (signal: AbortSignal) => {
      const messages = follow(parts, program, place, signal);
      const of = { party, head, signal };
      return written(this.listeners.catchingUp.inTurn(messages, shown, of, place.position));
    };
    await this.listeners
      .serve(reply, told, listener.signal)
      .catch((error: unknown) => request.log.warn({ err: error }, 'a stream ended early'))
      .finally(() => {
        listener.leave();
        leave();
      });
  }

  /** @throws HttpProblem `malformed` */
  private placeOf(
    program: ProgramId,
    given: string | undefined,
  ): Promise<{ readonly place: Place; readonly head: Position }> {
    const { database, clock } = this.records.foundation;
    return database.inProgram(program, async (tx) => {
      const { position: head } = await this.records.log.head(tx, program);
      if (given === undefined) return { place: { position: head, instant: clock.now() }, head };
      const [, position, instant] = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(given) ?? [];
      if (position === undefined || Number(position) > head) {
        throw new HttpProblem('malformed', 'Last-Event-ID is not an id of this stream.', {
          errors: [{ pointer: 'header:last-event-id', message: 'Leave it out to start from now.' }],
        });
      }
      const place = {
        position: Number(position),
        instant:
          instant === undefined
            ? await this.recordedAt(tx, program, Number(position))
            : Number(instant),
      };
      return { place, head };
    });
  }

  private async recordedAt(tx: Tx, program: ProgramId, position: Position): Promise<Instant> {
    if (position === 0) return BEGINNING_OF_TIME;
    const [event] = await this.records.log.readAfter(tx, program, position - 1, 1);
    return event?.recordedAt ?? BEGINNING_OF_TIME;
  }
}

/** After so many messages that are not shown a client is told how far it is, if nothing is quiet before. */
const HIDDEN_AT_MOST = 500;

async function* written(messages: AsyncIterable<Shown>): AsyncIterable<string> {
  let hidden: { readonly id: string; readonly count: number } | undefined;
  for await (const [message, told] of messages) {
    if (message !== 'quiet') {
      hidden = told ? undefined : { id: message.id, count: (hidden?.count ?? 0) + 1 };
    }
    if (told) yield textOf(told);
    else if (hidden && (message === 'quiet' || hidden.count >= HIDDEN_AT_MOST)) {
      yield placeOnly(hidden.id);
      hidden = undefined;
    }
  }
}

function textOf({ id, position, event, at, changes }: LiveMessage): string {
  return messageOf(id, {
    position,
    at: instantText(at),
    ...(event ? { event: eventView(event) } : {}),
    changes: changes.map((change) => ({ ...change, at: instantText(change.at) })),
  });
}
