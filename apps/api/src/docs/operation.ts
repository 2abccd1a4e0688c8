import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem } from '#lib/contracts';

/** An example that runs: what is sent, part by part. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** By content type, where another one than `body` goes with it. */
  readonly bodies?: Readonly<Record<string, unknown>>;
}

/** What the document says of a route beside what its code shows. */
export interface OperationText {
  /** One line. */
  readonly summary: string;
  readonly description?: string;
  /** The schema of each good answer; null: no body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Content type of the good answers when it is not JSON. */
  readonly produces?: string;
  /** Statuses of problems, beside 400, 401, 413 and 415 for bodies, 429, and 503. */
  readonly refuses?: readonly number[];
  readonly example?: Example;
  /** Headers that are honoured. */
  readonly headers?: readonly (
    | 'if-match'
    | 'idempotency-key'
    | 'last-event-id'
    | 'x-waymark-token'
    | `ce-${string}`
  )[];
  /** By content type, where its body has another schema than the route’s. */
  readonly bodies?: Readonly<Record<string, z.ZodType>>;
}

/** Where examples wait until the document is finished. */
export const EXAMPLE = 'x-waymark-example';
/** Where the schemas of bodies wait until the document is finished, by content type. */
export const BODIES = 'x-waymark-bodies';
/** Where the names of honoured headers wait until the document is finished. */
export const HEADERS = 'x-waymark-headers';

/** Describes a route for the OpenAPI document. */
export function Operation(text: OperationText): MethodDecorator {
  const answers = Object.entries(text.answers).map(([status, schema]) =>
    ApiResponse({
      status: Number(status),
      description: Number(status) < 300 ? 'Done' : 'Elsewhere',
      ...(schema === null ? {} : { standardSchema: schema }),
      ...(text.produces ? { content: { [text.produces]: { schema: { type: 'string' } } } } : {}),
    }),
  );
  const refusals = [400, 401, 429, 503, ...(text.refuses ?? [])].map((status) =>
    ApiResponse({ status, description: 'Problem', standardSchema: Problem }),
  );
  const bodies = Object.fromEntries(
    Object.entries(text.bodies ?? {}).map(([type, schema]) => [type, inline(schema)]),
  );
  return applyDecorators(
    ApiOperation({
      summary: text.summary,
      ...(text.description ? { description: text.description } : {}),
    }),
    ApiExtension(EXAMPLE, text.example ?? {}),
    ApiExtension(BODIES, bodies),
    ApiExtension(HEADERS, text.headers ?? []),
    ...answers,
    ...refusals,
  );
}

/** The JSON schema of what goes in or comes out; schemas with an id of their own stand in `$defs`. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...own } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    // that a whole number is no larger or smaller than one can be says nothing, and examples would show it
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return own;
}

/** The schema of a body as it goes in; what it names must be among the components by other routes. */
function inline(schema: z.ZodType): object {
  const { $defs: _, ...own } = jsonSchemaOf(schema, 'input');
  return JSON.parse(JSON.stringify(own).replaceAll('#/$defs/', '#/components/schemas/'));
}
