import type { Group } from '#lib/access';
import { SCIM_GROUP } from '#lib/contracts';
import type { Resource } from './fits.js';
import { metaOf } from './resources.js';

/** Attributes of groups. */
export const GROUP_ATTRIBUTES = [
  'schemas',
  'id',
  'externalId',
  'displayName',
  'members',
  'meta',
] as const;

/**
 * A group as SCIM has it.
 * @param members ids of people; undefined: they are not wanted
 * @source RFC 7643, section 4.2
 */
export function groupResource(
  group: Group,
  members: readonly string[] | undefined,
  base: string,
): Resource {
  const { id, externalId, name } = group;
  return {
    schemas: [SCIM_GROUP],
    id,
    ...(externalId === null ? {} : { externalId }),
    displayName: name,
    ...(members === undefined
      ? {}
      : {
          members: members.map((value) => ({
            value,
            type: 'User',
            $ref: `${base}/Users/${value}`,
          })),
        }),
    meta: metaOf('Group', base, group),
  };
}
