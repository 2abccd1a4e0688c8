import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { problemOf } from './issues.js';

/** Checks bodies, queries and parameters against the schemas that routes name for them. */
@Injectable()
export class RequestPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema || type === 'custom') return value;
    // Fastify says null where there is no body
    const given = type === 'body' && value === null ? undefined : value;
    const result = await schema['~standard'].validate(given);
    if (!result.issues) return result.value;
    throw problemOf(result.issues, type === 'query' ? '?' : type === 'param' ? `{${data}}` : '');
  }
}
