import { type Member, member } from './member.js';

const INSURANCE_MODELS = { models: ['lithium', 'altimeter', 'idc', 'dachis'] };
const SOLUTIONS_MODELS = {
  models: ['lithium', 'altimeter', 'ants-eye-view', 'altimeter-success-factors'],
};
const INSIDE_MODELS = {
  models: ['altimeter', 'crawl-walk-run-fly', 'social-employee-experience'],
};
const care = { craft: 'care' } as const;
const people = { craft: 'people' } as const;

/** Insurance for what is sold: regulated, so that some things do not apply and others take longer. */
export const INSURANCE: readonly Member[] = [
  member(
    'insurance',
    'Quillhaven Insurance',
    'business-group',
    'quillhaven',
    'slow',
    'regulated',
    INSURANCE_MODELS,
  ),
  member('motor-insurance', 'Motor insurance', 'business-unit', 'insurance', 'strong', 'regulated'),
  member('home-insurance', 'Home insurance', 'business-unit', 'insurance', 'steady', 'regulated'),
  member(
    'health-insurance',
    'Health insurance',
    'business-unit',
    'insurance',
    'slow',
    'regulated sensitive',
  ),
  member('motor-claims', 'Motor: claims', 'function', 'motor-insurance', 'steady', '', care),
  member('motor-service', 'Motor: policy service', 'function', 'motor-insurance', 'slow', '', care),
  member('health-service', 'Health: service', 'function', 'health-insurance', 'absent', '', care),
];

/** What is sold to companies, and a young business that was bought in the second year. */
export const BUSINESS_SOLUTIONS: readonly Member[] = [
  member(
    'business-solutions',
    'Quillhaven Business Solutions',
    'business-group',
    'quillhaven',
    'steady',
    'b2b',
    SOLUTIONS_MODELS,
  ),
  member('rental', 'Equipment rental', 'business-unit', 'business-solutions', 'steady', 'b2b'),
  member(
    'installation',
    'Installation services',
    'business-unit',
    'business-solutions',
    'slow',
    'b2b',
  ),
  member(
    'smart-home',
    'Smart home (acquired)',
    'business-unit',
    'business-solutions',
    'strong',
    'b2c acquired',
    { since: 20 },
  ),
  member('rental-service', 'Rental: service', 'function', 'rental', 'slow', '', care),
  member(
    'installation-partners',
    'Installation: partners',
    'function',
    'installation',
    'absent',
    '',
  ),
  member('smart-home-community', 'Smart home: community', 'team', 'smart-home', 'steady', '', {
    ...care,
    since: 20,
  }),
];

/** What serves the group itself: the journey turned inwards. */
export const GROUP_FUNCTIONS: readonly Member[] = [
  member(
    'group-functions',
    'Group Functions',
    'business-group',
    'quillhaven',
    'steady',
    'shared-service',
    INSIDE_MODELS,
  ),
  member('people', 'People & learning', 'function', 'group-functions', 'leader', '', people),
  member('information-technology', 'Group IT', 'function', 'group-functions', 'steady', ''),
  member('communications', 'Communications', 'function', 'group-functions', 'strong', '', {
    craft: 'marketing',
  }),
  member('people-academy', 'People: academy', 'team', 'people', 'strong', '', people),
  member('service-desk', 'IT: service desk', 'team', 'information-technology', 'slow', '', care),
];
