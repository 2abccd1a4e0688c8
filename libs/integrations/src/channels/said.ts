import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { CatalogueSource } from '#lib/projections';
import type { How } from './channel.js';
import { noticesOf } from './due-messages.js';
import type { Message } from './message.js';
import { namesOf } from './names.js';
import { testWords, wordsOf } from './wording.js';

/** Which message of which channel. */
interface MessageOfChannel {
  /** Of the channel. */
  readonly id: string;
  readonly message: string;
  /** 0: it is a test. */
  readonly notices: number;
  readonly how: How;
}

/**
 * What a message says, with units, models and the program called as they are now.
 * @param address where people reach this server; undefined: it has no links
 */
export async function saidIn(
  tx: Tx,
  catalogue: CatalogueSource,
  program: ProgramId,
  one: MessageOfChannel,
  address?: string,
): Promise<Message> {
  const names = await namesOf(tx, catalogue, program);
  if (one.notices === 0) return testWords(names, address);
  return wordsOf(names, await noticesOf(tx, program, one), one.how, address);
}
