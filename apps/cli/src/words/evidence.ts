import type { Schemas } from '#lib/client';
import { EXIT, Failure } from '../failure.js';

/**
 * `Title=https://…`, or the address alone.
 *
 * @throws Failure when it names no address
 */
export function evidenceOf(given: string): Schemas['Evidence'] {
  const at = given.search(/=[a-z]+:\/\//i);
  const title = at > 0 ? given.slice(0, at) : given;
  const url = at > 0 ? given.slice(at + 1) : given;
  if (!URL.canParse(url)) {
    throw new Failure(`"${given}" names no address.`, EXIT.usage, [
      'Evidence looks like --evidence "Minutes=https://intranet.example.com/minutes"',
    ]);
  }
  return { title, url };
}
