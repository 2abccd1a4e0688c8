import { randomBytes } from 'node:crypto';
import { hashKey } from '../keys/secret.js';

/** A secret that says in which program it is kept: what is kept of it is the hash. */
export interface Token {
  readonly program: string;
  readonly hash: Buffer;
}

const TOKEN = /^([a-z0-9][a-z0-9-]{0,63})\.([A-Za-z0-9_-]{43})$/;

/** A new token of 256 random bits, `program.secret`. */
export function makeToken(program: string): Token & { readonly text: string } {
  const text = `${program}.${randomBytes(32).toString('base64url')}`;
  return { text, program, hash: hashKey(text) };
}

/** What a text may be a token of; undefined when it cannot be one. */
export function readToken(text: string): Token | undefined {
  const program = TOKEN.exec(text)?.[1];
  return program === undefined ? undefined : { program, hash: hashKey(text) };
}
