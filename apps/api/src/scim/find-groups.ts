import { Injectable } from '@nestjs/common';
import { Directory, type Group } from '#lib/access';
import { Id } from '#lib/contracts';
import type { Tx } from '#lib/platform';
import { type Filter, parseFilter } from './filter.js';
import type { Search } from './find-users.js';
import { fits, type Resource } from './fits.js';
import { GROUP_ATTRIBUTES, groupResource } from './group.js';
import { attributesIn, type Page, requireKnown, wantedOf } from './resources.js';

const BATCH = 500;

/** Finds groups as SCIM has them. */
@Injectable()
export class FindGroups {
  constructor(private readonly directory: Directory) {}

  /** @throws ScimFault `invalidFilter` */
  async page(
    tx: Tx,
    program: string,
    { filter, start, count, base }: Search,
    withMembers: boolean,
  ): Promise<Page> {
    const wanted = filter === undefined ? undefined : parseFilter(filter);
    if (wanted) requireKnown(wanted, GROUP_ATTRIBUTES);
    const fitting: Group[] = [];
    let total = 0;
    for await (const batch of this.candidates(tx, program, wanted)) {
      for (const group of await this.fitting(tx, program, batch, wanted)) {
        total++;
        if (total >= start && fitting.length < count) fitting.push(group);
      }
    }
    const resources = await this.resources(tx, program, fitting, base, withMembers);
    return { total, start, resources };
  }

  /** One group as a resource. */
  async resource(
    tx: Tx,
    program: string,
    group: Group,
    base: string,
    withMembers: boolean,
  ): Promise<Resource> {
    const [resource] = await this.resources(tx, program, [group], base, withMembers);
    return resource as Resource;
  }

  private async resources(
    tx: Tx,
    program: string,
    groups: readonly Group[],
    base: string,
    withMembers: boolean,
  ): Promise<readonly Resource[]> {
    const ids = groups.map(({ id }) => id);
    const members = withMembers
      ? await this.directory.groups.membersOf(tx, program, ids)
      : undefined;
    return groups.map((group) =>
      groupResource(group, members && (members.get(group.id) ?? []), base),
    );
  }

  private async *candidates(
    tx: Tx,
    program: string,
    filter: Filter | undefined,
  ): AsyncGenerator<readonly Group[]> {
    const { groups } = this.directory;
    const member = filter && wantedOf(filter, 'members', 'value');
    const id = filter && wantedOf(filter, 'id');
    const known = Id.safeParse(id ?? member).data;
    if (id !== undefined || member !== undefined) {
      if (known === undefined) return;
      if (id !== undefined) yield await groups.some(tx, program, [known]);
      else {
        const held = (await groups.groupsOf(tx, program, [known])).get(known) ?? [];
        yield await groups.some(
          tx,
          program,
          held.map((group) => group.id),
        );
      }
      return;
    }
    let after: string | undefined;
    do {
      const batch = await groups.list(tx, program, { after, limit: BATCH });
      yield batch;
      after = batch.length < BATCH ? undefined : batch.at(-1)?.id;
    } while (after !== undefined);
  }

  /** Members are read only where the filter is about them, and of those it names if it names one. */
  private async fitting(
    tx: Tx,
    program: string,
    groups: readonly Group[],
    filter: Filter | undefined,
  ): Promise<readonly Group[]> {
    if (filter === undefined) return groups;
    const about = attributesIn(filter).some(({ name }) => name.toLowerCase() === 'members');
    const member = Id.safeParse(wantedOf(filter, 'members', 'value')).data;
    const members = about
      ? await this.directory.groups.membersOf(
          tx,
          program,
          groups.map(({ id }) => id),
          member,
        )
      : undefined;
    return groups.filter((group) =>
      fits(groupResource(group, members?.get(group.id) ?? [], ''), filter),
    );
  }
}
