import type { Seals } from '#lib/event-log';
import type { Clock } from '#lib/platform';
import { Grants } from './grants.js';
import { Groups } from './groups.js';
import { People } from './people.js';

/** Who there is in a program, in which groups, with which roles. */
export class Directory {
  readonly people: People;
  readonly groups: Groups;
  readonly grants: Grants;

  constructor(seals: Pick<Seals, 'seal' | 'unseal' | 'mailSubject'>, clock: Clock) {
    this.people = new People(seals, clock);
    this.groups = new Groups(clock);
    this.grants = new Grants(clock);
  }
}
