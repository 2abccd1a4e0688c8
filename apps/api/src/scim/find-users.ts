import { Injectable } from '@nestjs/common';
import { Directory, type Person } from '#lib/access';
import { Id } from '#lib/contracts';
import type { Tx } from '#lib/platform';
import { type Filter, parseFilter } from './filter.js';
import { fits, type Resource } from './fits.js';
import { type Page, requireKnown, wantedOf } from './resources.js';
import { KEPT, NOT_KEPT, READ_ONLY, userResource } from './user.js';

/** How many people are read at once where a filter has to look at all of them. */
const BATCH = 500;

/** What is looked for. */
export interface Search {
  readonly filter?: string | undefined;
  /** From 1. */
  readonly start: number;
  readonly count: number;
  readonly base: string;
}

/** Finds people as SCIM users. What they are called is sealed, so that only ids, user names and addresses are looked up; any other filter reads everybody. */
@Injectable()
export class FindUsers {
  constructor(private readonly directory: Directory) {}

  /** @throws ScimFault `invalidFilter` */
  async page(tx: Tx, program: string, { filter, start, count, base }: Search): Promise<Page> {
    const { people } = this.directory;
    if (filter === undefined) {
      const found = await people.list(tx, program, { skip: start - 1, limit: count });
      const resources = await this.resources(tx, program, found, base);
      return { total: await people.count(tx, program), start, resources };
    }
    const wanted = parseFilter(filter);
    requireKnown(wanted, [...KEPT, ...READ_ONLY, ...NOT_KEPT]);
    const fitting: Resource[] = [];
    let total = 0;
    for await (const batch of this.candidates(tx, program, wanted)) {
      for (const resource of await this.resources(tx, program, batch, base)) {
        if (!fits(resource, wanted)) continue;
        total++;
        if (total >= start && fitting.length < count) fitting.push(resource);
      }
    }
    return { total, start, resources: fitting };
  }

  /** One person as a user. */
  async resource(tx: Tx, program: string, person: Person, base: string): Promise<Resource> {
    const [resource] = await this.resources(tx, program, [person], base);
    return resource as Resource;
  }

  private async resources(
    tx: Tx,
    program: string,
    people: readonly Person[],
    base: string,
  ): Promise<readonly Resource[]> {
    const ids = people.map(({ id }) => id);
    const groups = await this.directory.groups.groupsOf(tx, program, ids);
    return people.map((person) => userResource(person, groups.get(person.id) ?? [], base));
  }

  /** Everybody who could fit. */
  private async *candidates(
    tx: Tx,
    program: string,
    filter: Filter,
  ): AsyncGenerator<readonly Person[]> {
    const one = await this.lookedUp(tx, program, filter);
    if (one !== undefined) {
      yield one;
      return;
    }
    let after: string | undefined;
    do {
      const batch = await this.directory.people.list(tx, program, { after, limit: BATCH });
      yield batch;
      after = batch.length < BATCH ? undefined : batch.at(-1)?.id;
    } while (after !== undefined);
  }

  private async lookedUp(
    tx: Tx,
    program: string,
    filter: Filter,
  ): Promise<readonly Person[] | undefined> {
    const { people } = this.directory;
    const id = wantedOf(filter, 'id');
    if (id !== undefined) {
      const known = Id.safeParse(id).data;
      return some(known === undefined ? undefined : await people.find(tx, program, known));
    }
    const userName = wantedOf(filter, 'username');
    if (userName !== undefined) return some(await people.findByUserName(tx, program, userName));
    const externalId = wantedOf(filter, 'externalid');
    if (externalId !== undefined) return people.findByExternalId(tx, program, externalId);
    const email = wantedOf(filter, 'emails', 'value');
    if (email !== undefined) return some(await people.findByEmail(tx, program, email));
    return undefined;
  }
}

function some(person: Person | undefined): readonly Person[] {
  return person === undefined ? [] : [person];
}
