import { isLoopback } from '#lib/access';
import { demoHasAccounts, makeDemoLink } from '#lib/demo';
import type { Environment, Foundation } from '#lib/platform';

const LASTS_MS = 24 * 3_600_000;

type Here = Pick<Foundation, 'database' | 'clock' | 'secrets'> & {
  readonly environment: Pick<Environment, 'host'>;
};

/**
 * The line with a link that signs in to the demo, for whoever started it on this machine; none where
 * others could reach it.
 * @param address where the api listens
 * @param unasked only when nobody could sign in to the demo otherwise
 */
export async function visitLines(
  here: Here,
  { address, unasked }: { readonly address: string; readonly unasked: boolean },
): Promise<readonly string[]> {
  if (!isLoopback(here.environment.host)) return [];
  if (unasked && (await demoHasAccounts(here))) return [];
  const { token } = await makeDemoLink(here, { lastsMs: LASTS_MS, operator: true });
  return [`To look around in the demo (once, within a day): ${address}/sign-in/link/${token}`];
}
