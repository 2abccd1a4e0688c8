import { isWithin } from '../cast/cast.js';

/** A milestone that has no meaning for a unit, when that was decided, and why. */
export interface Exception {
  readonly unit: string;
  readonly milestone: string;
  readonly month: number;
  readonly why: string;
}

const regulated = 'Regulated: terms and prices may not be made together with customers.';
const companies = 'Its customers are companies under contract, who have a service manager.';
const inside = 'Serves colleagues, not customers.';

/** Decided to be not applicable; the units concerned never report it. */
export const EXCEPTIONS: readonly Exception[] = [
  { unit: 'insurance', milestone: 'cocreation.started', month: 9, why: regulated },
  { unit: 'motor-insurance', milestone: 'cocreation.started', month: 9, why: regulated },
  { unit: 'home-insurance', milestone: 'cocreation.started', month: 9.5, why: regulated },
  { unit: 'health-insurance', milestone: 'cocreation.started', month: 9.5, why: regulated },
  {
    unit: 'health-insurance',
    milestone: 'peer-support.enabled',
    month: 12,
    why: 'Advice on health between customers is not allowed on our pages.',
  },
  {
    unit: 'health-insurance',
    milestone: 'purchase-path.supported',
    month: 12,
    why: 'Health cover is sold in person only.',
  },
  { unit: 'installation', milestone: 'peer-support.enabled', month: 11, why: companies },
  { unit: 'rental', milestone: 'peer-support.enabled', month: 11, why: companies },
  { unit: 'rental-service', milestone: 'peer-support.enabled', month: 11, why: companies },
  { unit: 'people', milestone: 'post-purchase-information.provided', month: 6, why: inside },
  { unit: 'people', milestone: 'direct-support.provided', month: 6, why: inside },
  { unit: 'people', milestone: 'peer-support.enabled', month: 6, why: inside },
  { unit: 'people', milestone: 'purchase-path.supported', month: 6, why: inside },
  {
    unit: 'people-academy',
    milestone: 'post-purchase-information.provided',
    month: 7,
    why: inside,
  },
  { unit: 'people-academy', milestone: 'direct-support.provided', month: 7, why: inside },
  { unit: 'people-academy', milestone: 'peer-support.enabled', month: 7, why: inside },
  { unit: 'people-academy', milestone: 'purchase-path.supported', month: 7, why: inside },
  { unit: 'information-technology', milestone: 'purchase-path.supported', month: 7, why: inside },
  { unit: 'service-desk', milestone: 'purchase-path.supported', month: 8, why: inside },
  {
    unit: 'usa-product',
    milestone: 'direct-support.provided',
    month: 10,
    why: 'Cases go to the support team.',
  },
];

/** Months in which units do something otherwise than their pace says. */
export const OWN_MONTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // hubs that launch late
  'united-kingdom': { 'hub.launched': 34.2 },
  australia: { 'hub.launched': 41.3 },
  // and some that are not left alone afterwards
  brazil: { 'hub.launched': 31.1, 'crm.integrated': 32.6 },
  'smart-home-community': { 'hub.launched': 46.4, 'crm.integrated': 47.4 },
};

/** Units that are away for a while, or for good. */
export const AWAY: Readonly<Record<string, readonly [from: number, until: number]>> = {
  'nordics-stores': [22.4, 31.2],
  'mexico-support': [37.3, Number.POSITIVE_INFINITY],
};

/** Customers are none of the business of those who serve the group; and EMEA's centre lets nothing go. */
export function neverReaches(unit: string, milestone: string): boolean {
  if (milestone === 'operations.delegated' && isWithin(unit, 'emea')) return true;
  if (milestone === 'hub.launched' && isWithin(unit, 'group-functions')) return true;
  return EXCEPTIONS.some((one) => one.unit === unit && one.milestone === milestone);
}
