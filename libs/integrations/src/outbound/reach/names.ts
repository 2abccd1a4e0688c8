import { lookup, Resolver } from 'node:dns/promises';
import type { Allowance } from './allowance.js';
import type { Resolve, Resolved } from './endpoint.js';
import { NoAnswer } from './errors.js';

const TRY_MS = 3_000;
const TRIES = 2;
const NOT_KNOWN = ['ENOTFOUND', 'ENODATA'];

/**
 * Asks for the addresses of names: of those the operator allowed as the machine does (its hosts file
 * included), of others from the name servers alone. These wait on no thread, so that names which are
 * answered slowly hold up nothing else.
 */
export function names(allowance: Allowance): Resolve {
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
  return async (host) => {
    if (allowance.allowsName(host)) return byMachine(host);
    const [four, six] = await Promise.allSettled([
      resolver.resolve4(host),
      resolver.resolve6(host),
    ]);
    if (four.status === 'rejected' && six.status === 'rejected') throw unknown(four.reason);
    const found: Resolved[] = [];
    if (four.status === 'fulfilled') {
      found.push(...four.value.map((address) => ({ address, family: 4 as const })));
    }
    if (six.status === 'fulfilled') {
      found.push(...six.value.map((address) => ({ address, family: 6 as const })));
    }
    return found;
  };
}

async function byMachine(host: string): Promise<readonly Resolved[]> {
  try {
    const found = await lookup(host, { all: true, verbatim: true });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch (error) {
    throw unknown(error);
  }
}

function unknown(error: unknown): NoAnswer {
  const { code = '' } = error as { code?: string };
  return new NoAnswer(
    NOT_KNOWN.includes(code)
      ? 'The name of the host is not known.'
      : 'The name of the host could not be asked for.',
  );
}
