import { z } from 'zod';
import { DictionarySchema } from './milestone.schema.js';
import { ModelSchema } from './model.schema.js';

/** The JSON Schemas that editors check model files with, by the name of the file under `models/`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['model.schema.json', written('A maturity model of Waymark', ModelSchema)],
    ['milestones.schema.json', written('A milestone dictionary of Waymark', DictionarySchema)],
  ]);
}

function written(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
