import {
  createParamDecorator,
  type ExecutionContext,
  Param,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Caller } from '#lib/access';
import {
  ChannelNameText,
  ExternalText,
  Id,
  MappingVersionText,
  ModelIdText,
  SourceNameText,
  SubscriptionNameText,
  TargetKeyText,
  UnitKeyText,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import {
  OriginUnproven,
  UnknownChannel,
  UnknownDelivery,
  UnknownDispatch,
  UnknownMessage,
  UnknownImport,
  UnknownMappingVersion,
  UnknownMatch,
  UnknownSource,
  UnknownSubscription,
} from '#lib/integrations';
import type { Viewer } from '#lib/projections';
import { type By, Refusal, type RefusalCode } from '#lib/recording';
import { idempotencyOf, ifMatchOf } from './conditions.js';
import { HttpProblem } from './http-problem.js';

function callerOf(context: ExecutionContext): Caller {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new HttpProblem('unauthenticated', 'Send a key: Authorization: Bearer <key>.');
  return caller;
}

/** Who asks. */
export const CallerOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => callerOf(context),
);

/** The program of the key the request came with. */
export const ProgramOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): ProgramId => callerOf(context).program as ProgramId,
);

/** Who reads: the program, and what is in sight for the permission that the route needs. */
export const ViewerOf = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { reach } = context.switchToHttp().getRequest<FastifyRequest>();
  const program = callerOf(context).program as ProgramId;
  // what the guard did not measure sees nothing
  return { program, sight: reach?.sight ?? [] };
});

/** Who asks for a change, with `If-Match`, `Idempotency-Key` and `?preview=true`. */
export const Requested = createParamDecorator((_: unknown, context: ExecutionContext): By => {
  const caller = callerOf(context);
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    program: caller.program as ProgramId,
    actor: { subject: caller.id, name: caller.name },
    reach: request.reach ?? { sight: [], milestones: [] },
    ifMatch: ifMatchOf(request),
    idempotency: idempotencyOf(request, caller.id),
    preview: (request.query as { preview?: string }).preview === 'true',
  };
});

/** Refuses what cannot be the name of anything, before the database is asked. */
class Named implements PipeTransform<string, string> {
  constructor(
    private readonly names: { safeParse(given: unknown): { success: boolean; data?: string } },
    private readonly code: RefusalCode,
    private readonly what: string,
    private readonly pointer?: string,
  ) {}

  transform(given: string): string {
    const parsed = this.names.safeParse(given);
    if (parsed.success && parsed.data !== undefined) return parsed.data;
    throw new Refusal(
      this.code,
      `There is no ${this.what} "${given.slice(0, 100)}".`,
      this.pointer,
    );
  }
}

const UNIT = new Named(UnitKeyText, 'unit-unknown', 'unit');
const MODEL = new Named(ModelIdText, 'model-missing', 'model');
const EVENT = new Named(Id, 'event-unknown', 'event', '{event}');
const KEY = new Named(Id, 'key-unknown', 'key');
const BOARD_PACK = new Named(Id, 'board-pack-unknown', 'board pack');
const CALENDAR_LINK = new Named(Id, 'calendar-link-unknown', 'calendar link');
const TARGET = new Named(TargetKeyText, 'target-unknown', 'target');
const ALERT = new Named(Id, 'alert-unknown', 'alert');
const PROPOSAL = new Named(Id, 'proposal-unknown', 'proposal');
const RECOMMENDATION = new Named(Id, 'recommendation-unknown', 'recommendation');

/** Refuses what cannot name anything of an integration; `otherwise` says how. */
class OfSource implements PipeTransform<string, string> {
  constructor(
    private readonly names: z.ZodType<string>,
    private readonly otherwise: (given: string, message: string) => Error,
  ) {}

  transform(given: string): string {
    const parsed = this.names.safeParse(given);
    if (parsed.success) return parsed.data;
    throw this.otherwise(given.slice(0, 100), parsed.error.issues[0]?.message ?? '');
  }
}

const SOURCE = new OfSource(SourceNameText, (given) => new UnknownSource(given));
const ANY_SOURCE = new OfSource(SourceNameText, () => new OriginUnproven());
const SOURCE_TO_PUT = new OfSource(
  SourceNameText,
  (_, message) =>
    new HttpProblem('invalid', message, { errors: [{ pointer: '{source}', message }] }),
);

const DELIVERY = new OfSource(Id, (given) => new UnknownDelivery(given));
const SUBSCRIPTION = new OfSource(SubscriptionNameText, (given) => new UnknownSubscription(given));
const SUBSCRIPTION_TO_PUT = new OfSource(
  SubscriptionNameText,
  (_, message) => new HttpProblem('invalid', message, { errors: [{ pointer: '{name}', message }] }),
);
const CHANNEL = new OfSource(ChannelNameText, (given) => new UnknownChannel(given));
const CHANNEL_TO_PUT = new OfSource(
  ChannelNameText,
  (_, message) => new HttpProblem('invalid', message, { errors: [{ pointer: '{name}', message }] }),
);
const MESSAGE = new OfSource(Id, (given) => new UnknownMessage(given));
const DISPATCH = new OfSource(Id, (given) => new UnknownDispatch(given));
const IMPORT = new OfSource(Id, (given) => new UnknownImport(given));
const MAPPING_VERSION = new OfSource(
  MappingVersionText,
  (given) => new UnknownMappingVersion(given),
);
const EXTERNAL = new OfSource(ExternalText, (given) => new UnknownMatch(given));

/** `{id}` of a path, of a delivery that should exist. */
export const DeliveryOf = () => Param('id', DELIVERY);
/** `{version}` of a path, of a mapping that should exist. */
export const MappingVersionOf = () => Param('version', MAPPING_VERSION);
/** `{id}` of a path, of an import that should exist. */
export const ImportOf = () => Param('id', IMPORT);
/** `{external}` of a path: what a source calls a unit. */
export const ExternalOf = () => Param('external', EXTERNAL);
/** `{name}` of a path, of a channel that should exist. */
export const ChannelOf = () => Param('name', CHANNEL);
/** `{name}` of a path, of a channel that may be made. */
export const ChannelToPut = () => Param('name', CHANNEL_TO_PUT);
/** `{id}` of a path, of a message to a channel. */
export const MessageOf = () => Param('id', MESSAGE);
/** `{name}` of a path, of a subscription that should exist. */
export const SubscriptionOf = () => Param('name', SUBSCRIPTION);
/** `{name}` of a path, of a subscription that may be made. */
export const SubscriptionToPut = () => Param('name', SUBSCRIPTION_TO_PUT);
/** `{id}` of a path, of a delivery to a subscription. */
export const DispatchOf = () => Param('id', DISPATCH);
/** `{source}` of a path, of a source that should exist. */
export const SourceOf = () => Param('source', SOURCE);
/** `{source}` of a path, of a source that may be made. */
export const SourceToPut = () => Param('source', SOURCE_TO_PUT);
/** `{source}` of a path, of which whoever asks learns nothing. */
export const AnySource = () => Param('source', ANY_SOURCE);
/** `{unit}` of a path, of a unit that should exist. */
export const UnitOf = () => Param('unit', UNIT);
/** `{model}` of a path. */
export const ModelOf = () => Param('model', MODEL);
/** `{event}` of a path. */
export const EventOf = () => Param('event', EVENT);
/** `{id}` of a key's path. */
export const KeyOf = () => Param('id', KEY);
/** `{target}` of a path, of a target that should exist. */
export const TargetOf = () => Param('target', TARGET);
/** `{id}` of a board pack's path. */
export const BoardPackOf = () => Param('id', BOARD_PACK);
/** `{id}` of a calendar link's path. */
export const CalendarLinkOf = () => Param('id', CALENDAR_LINK);
/** `{id}` of a proposal's path. */
export const ProposalOf = () => Param('id', PROPOSAL);
/** `{id}` of an alert's path. */
export const AlertOf = () => Param('id', ALERT);
/** `{id}` of a recommendation's path. */
export const RecommendationOf = () => Param('id', RECOMMENDATION);
