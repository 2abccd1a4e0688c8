import type { FastifyRequest } from 'fastify';
import { type Caller, reachOf } from '#lib/access';
import { UnitKeyText } from '#lib/contracts';
import type { ProgramId, UnitKey } from '#lib/domain';
import { type Reach, type Sights, UnknownUnit } from '#lib/projections';
import { authenticate, type Doors } from './authenticate.js';
import { HttpProblem } from '../http-problem.js';
import '../request.js';
import { traitsOf } from '../route.js';
import { type Rule, ruleOf } from './rules.js';
import type { Throttle } from './throttle.js';

/** Everything under these is guarded: what has no rule is refused. */
const GUARDED = ['/api/v1', '/scim/v2'];

/** What the guard asks. */
export interface Guard extends Doors {
  readonly sights: Sights;
  readonly throttle: Throttle;
}

/**
 * The guard of every route: finds out who asks, and refuses what the table of rules does not allow.
 * @throws HttpProblem `unauthenticated`, `too-many-requests`, `forbidden`; UnknownUnit for one out of sight
 */
export async function admit(request: FastifyRequest, parts: Guard): Promise<void> {
  const { sights, throttle } = parts;
  const { url, config } = request.routeOptions;
  const guarded = !request.is404 && GUARDED.some((prefix) => url?.startsWith(prefix));
  if (!guarded || traitsOf(config).open) return throttle.admitUnknown(request);
  const caller = await throttle.admit(request, () => authenticate(request, parts));
  request.caller = caller;
  const rule = ruleOf(request.method, url);
  if (rule === undefined) throw new HttpProblem('forbidden', 'Nobody may do that yet.');
  if (rule === 'anybody-known') return;
  if (rule.server) requireServerAdministrator(caller);
  if (rule.only !== undefined && rule.only !== caller.program) {
    throw new HttpProblem('forbidden', `This is for administrators of the program "${rule.only}".`);
  }
  const reach = await reachFor(request, caller, rule, sights);
  if (!reach) {
    throw new HttpProblem(
      'forbidden',
      `This needs the permission "${rule.needs}", which ${whose(caller)} does not have.`,
    );
  }
  if (rule.reach === 'program' && reach.sight !== 'everything') {
    throw new HttpProblem(
      'forbidden',
      `This is about the whole program, and ${whose(caller)} is limited to some of its units.`,
    );
  }
  request.reach = reach;
  request.reachNow = async () =>
    reachOf(await authenticate(request, parts, { again: true }), rule.needs);
  if (rule.reach === 'unit') await requireInSight(request, caller, reach, sights);
}

/** How far whoever asks may reach; with less than the rule needs, as far as comments of their own. */
async function reachFor(
  request: FastifyRequest,
  caller: Caller,
  { needs, ownComments }: Rule,
  sights: Sights,
): Promise<Reach | undefined> {
  const reach = reachOf(caller, needs);
  const own = ownComments && reachOf(caller, ownComments);
  if (!own || (reach && (await seesUnit(request, caller, reach, sights)))) return reach;
  return { ...own, ownComments: true };
}

/** @throws HttpProblem `forbidden` */
export function requireServerAdministrator({ serverAdministrator }: Caller): void {
  if (serverAdministrator) return;
  throw new HttpProblem('forbidden', 'Only a key of the server’s administrator may do that.');
}

async function requireInSight(
  request: FastifyRequest,
  caller: Caller,
  reach: Reach,
  sights: Sights,
): Promise<void> {
  if (await seesUnit(request, caller, reach, sights)) return;
  throw new UnknownUnit((request.params as { readonly unit: UnitKey }).unit);
}

async function seesUnit(
  request: FastifyRequest,
  caller: Caller,
  { sight }: Reach,
  sights: Sights,
): Promise<boolean> {
  if (sight === 'everything') return true;
  const { unit } = request.params as { readonly unit?: string };
  // what cannot be a unit is told by the route itself
  if (unit === undefined || !UnitKeyText.safeParse(unit).success) return true;
  return sights.sees({ program: caller.program as ProgramId, sight }, unit as UnitKey);
}

function whose({ kind, grants }: Caller): string {
  const roles = [...new Set(grants.map(({ role }) => role))].join(', ');
  const holder = kind === 'key' ? 'this key' : 'your account';
  return roles === '' ? `${holder} (without a role)` : `${holder} (${roles})`;
}
