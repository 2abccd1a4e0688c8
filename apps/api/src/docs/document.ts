import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { z } from 'zod';
import { SESSION } from '../http/guard/cookies.js';
import { OPEN } from '../http/route.js';
import { ruleOf } from '../http/guard/rules.js';
import { SERVER_LIMITS } from '../http/server.js';
import { BODIES, EXAMPLE, type Example, HEADERS, jsonSchemaOf } from './operation.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const HEADER_TEXTS: Readonly<Record<string, string>> = {
  'if-match': 'The ETag the unit must still have; else 412.',
  'idempotency-key': 'Makes a repeat known for a day: the first answer is given again.',
  'ce-specversion': 'Binary mode: `1.0`.',
  'ce-id': 'Binary mode: the id of the event at its source. Percent-encoded, as all of these.',
  'ce-source': 'Binary mode: where the event comes from.',
  'ce-type': 'Binary mode: `waymark.milestone.achieved.v1` or another type that is taken in.',
  'ce-subject': 'Binary mode: the unit.',
  'ce-time': 'Binary mode: when it occurred, unless the data say so.',
  'x-waymark-token':
    'Of generic sources: their secret, where it is not proven by a signature. Each tool has its own way: see docs/sources.md.',
  'last-event-id': 'Where to go on: the id of the last message that arrived.',
};

const HEADER_SCHEMAS: Readonly<Record<string, object>> = {
  'idempotency-key': { type: 'string', minLength: 1, maxLength: 255 },
  'x-waymark-token': { type: 'string', maxLength: 256 },
  'last-event-id': { type: 'string', pattern: '^[0-9]{1,15}([.][0-9]{1,15})?$' },
};

/** The OpenAPI 3.1 document of everything the application serves. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Waymark')
    .setVersion('1')
    .setDescription(
      'Milestones of a transformation go in; standings in maturity models come out, with their proof. Faults are RFC 9457 problem documents: 400 when a request is malformed, 422 when it is well-formed and against the rules.',
    )
    .addSecurity('key', {
      type: 'http',
      scheme: 'bearer',
      description: 'A Waymark key (`wmk_…`). POST /api/v1/keys makes them.',
    })
    .addSecurity('session', {
      type: 'apiKey',
      in: 'cookie',
      name: SESSION,
      description:
        'Of somebody who signed in. What changes something must come from a page of ours.',
    })
    .addSecurityRequirements('key')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').toLowerCase()}-${method}`,
    standardSchemaConverter: (schema, { schemaType }) => converted(schema as z.ZodType, schemaType),
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) finish(operation, method, path);
    }
  }
  return document;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: object;
  example?: unknown;
  [more: string]: unknown;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: object; examples?: unknown }> };
  security?: unknown[];
  responses: Record<string, { content?: Record<string, unknown> }>;
  [extension: `x-${string}`]: unknown;
}

function converted(schema: z.ZodType, io: 'input' | 'output') {
  const { $defs, ...own } = jsonSchemaOf(schema, io);
  return { schema: own, components: $defs ?? {} };
}

/** Which part of an example belongs to which parameters. */
const PARTS: Readonly<Record<string, 'path' | 'query' | 'headers'>> = {
  path: 'path',
  query: 'query',
  header: 'headers',
};

/** Puts examples, headers and problems where OpenAPI has them. */
function finish(operation: Operation, method: string, path: string): void {
  const example = (operation[EXAMPLE] ?? {}) as Example;
  const headers = (operation[HEADERS] ?? []) as readonly string[];
  const bodies = (operation[BODIES] ?? {}) as Readonly<Record<string, object>>;
  delete operation[EXAMPLE];
  delete operation[BODIES];
  delete operation[HEADERS];
  const described = (operation.parameters ?? []).filter(({ in: where }) => where !== 'header');
  operation.parameters = [
    ...stepsOf(path).map((name) => described.find((one) => says(one, name)) ?? step(name)),
    ...described.filter(({ in: where }) => where === 'query'),
    ...headers.map((name) => ({
      name,
      in: 'header',
      required: false,
      description: HEADER_TEXTS[name],
      schema: HEADER_SCHEMAS[name] ?? { type: 'string', maxLength: SERVER_LIMITS.headerBytes },
    })),
  ];
  for (const parameter of operation.parameters) {
    const value = example[PARTS[parameter.in] ?? 'query']?.[parameter.name];
    if (value !== undefined) parameter.example = value;
  }
  for (const [type, content] of Object.entries(operation.requestBody?.content ?? {})) {
    const body = example.bodies?.[type] ?? example.body;
    if (body !== undefined) content.examples = { story: { value: body } };
    if (bodies[type]) content.schema = bodies[type];
  }
  guard(operation, method, path);
  for (const [status, response] of Object.entries(operation.responses)) {
    const json = response.content?.['application/json'];
    if (Number(status) >= 400 && json && path.startsWith('/api/v1')) {
      response.content = { 'application/problem+json': json };
    }
  }
}

/** Says who may call a route: the permission is the one that keys and roles are made of. */
function guard(operation: Operation, method: string, path: string): void {
  const rule = ruleOf(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'));
  if (operation[OPEN] || !rule) operation.security = [];
  else if (rule !== 'anybody-known') {
    operation[NEEDS] = rule.needs;
    operation.responses['403'] ??= operation.responses['401'] as Operation['responses'][string];
  }
  delete operation[OPEN];
}

/** Names the permission that a route needs. */
const NEEDS = 'x-waymark-needs';

/** Whether a step is described by more than its being a text. */
function says({ name, schema }: Parameter, wanted: string): boolean {
  return name === wanted && Object.keys(schema ?? {}).some((key) => key !== 'type');
}

function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
}

/** A step of a path that names something that should exist: what is not there is told by 404. */
function step(name: string): Parameter {
  const schemas: Readonly<Record<string, object>> = {
    unit: { $ref: '#/components/schemas/UnitKey' },
    model: { $ref: '#/components/schemas/ModelId' },
    target: { $ref: '#/components/schemas/TargetKey' },
    provider: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,31}$' },
    link: { type: 'string', maxLength: 200 },
  };
  const schema = schemas[name] ?? { type: 'string', format: 'uuid' };
  return { name, in: 'path', required: true, schema };
}

/** Every api of a process serves the same: its code alone decides it. */
let made: OpenAPIObject | undefined;

/**
 * Serves the document at /api/openapi.json and its page at /api/docs, all from here. It is made when it is
 * first asked for: making it takes as long as all else that an api does before it listens.
 */
export function serveDocument(app: INestApplication): void {
  const document = () => {
    made ??= createDocument(app);
    return made;
  };
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: '/api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Waymark API',
    swaggerOptions: { validatorUrl: null, tryItOutEnabled: true, displayRequestDuration: true },
  });
}
