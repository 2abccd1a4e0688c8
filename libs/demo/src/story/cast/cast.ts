import { AMERICAS } from './americas.js';
import { APAC } from './apac.js';
import { BUSINESS_SOLUTIONS, GROUP_FUNCTIONS, INSURANCE } from './business-groups.js';
import { EMEA } from './emea.js';
import { type Member, member } from './member.js';

/** The enterprise of the story; nothing of it exists. Parents stand before their children. */
export const ENTERPRISE = member(
  'quillhaven',
  'Quillhaven Group',
  'enterprise',
  null,
  'slow',
  'headquarters',
);

/** Every unit of the enterprise, parents before children. */
export const CAST: readonly Member[] = [
  ENTERPRISE,
  ...EMEA,
  ...AMERICAS,
  ...APAC,
  ...INSURANCE,
  ...BUSINESS_SOLUTIONS,
  ...GROUP_FUNCTIONS,
];

const BY_UNIT = new Map(CAST.map((one) => [one.unit, one]));

/** A member by its key. @throws when the story names a unit that it does not have */
export function memberOf(unit: string): Member {
  const found = BY_UNIT.get(unit);
  if (!found) throw new Error(`The story has no unit "${unit}".`);
  return found;
}

/** The part of the enterprise (second level) that a unit starts in; the enterprise itself for itself. */
export function groupOf(unit: string): string {
  const { parent } = memberOf(unit);
  return parent === null || parent === ENTERPRISE.unit ? unit : groupOf(parent);
}

/** Whether a unit starts within another, which counts itself. */
export function isWithin(unit: string, above: string): boolean {
  const { parent } = memberOf(unit);
  return unit === above || (parent !== null && isWithin(parent, above));
}
