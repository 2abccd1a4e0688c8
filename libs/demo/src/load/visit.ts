import {
  anybodySignsIn,
  AuditTrail,
  type AuditNote,
  makeVisitLink,
  type MadeLink,
} from '#lib/access';
import { Seals } from '#lib/event-log';
import { DemoNotReady } from './errors.js';
import { findDemo, type Place } from './found.js';
import { DEMO_PROGRAM } from './key.js';
import { VISITOR } from './visitor.js';

/**
 * A link that signs in to the demo as its visitor, once.
 * @param lastsMs for how long it can be used
 * @param operator made at the command line, which the trail of the demo is told; else the caller
 * notes who asked for it
 * @throws DemoNotReady
 */
export async function makeDemoLink(
  place: Place,
  { lastsMs, operator = false }: { readonly lastsMs: number; readonly operator?: boolean },
): Promise<MadeLink> {
  const { database, clock, secrets } = place;
  if ((await findDemo(place)).state !== 'ready') throw new DemoNotReady();
  const trail = new AuditTrail(database, clock);
  const note: AuditNote = {
    action: 'demo.visit-link-made',
    outcome: 'done',
    actor: { kind: 'operator' },
  };
  return makeVisitLink(
    { database, clock, seals: new Seals(secrets.masterKey) },
    DEMO_PROGRAM,
    VISITOR,
    { lastsMs, ...(operator ? { also: (tx) => trail.note(DEMO_PROGRAM, note, tx) } : {}) },
  );
}

/** Whether somebody can sign in to the demo without a link. */
export function demoHasAccounts({ database }: Pick<Place, 'database'>): Promise<boolean> {
  return database.inProgram(DEMO_PROGRAM, (tx) => anybodySignsIn(tx, DEMO_PROGRAM));
}
