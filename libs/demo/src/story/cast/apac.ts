import { type Member, member } from './member.js';

const care = { craft: 'care' } as const;

/** Asia Pacific: a late start, then quick, until its sponsor leaves. */
export const APAC: readonly Member[] = [
  member('apac', 'Asia Pacific', 'region', 'quillhaven', 'steady', 'b2c'),
  member('japan', 'Japan', 'country', 'apac', 'strong', 'b2c'),
  member('india', 'India', 'country', 'apac', 'strong', 'b2c emerging'),
  member('australia', 'Australia & New Zealand', 'country', 'apac', 'steady', 'b2c'),
  member('singapore', 'Singapore', 'country', 'apac', 'slow', 'b2c'),
  member('japan-support', 'Japan: customer support', 'team', 'japan', 'strong', '', care),
  member('japan-product', 'Japan: product design', 'team', 'japan', 'steady', '', {
    craft: 'product',
  }),
  member('india-support', 'India: customer support', 'team', 'india', 'steady', '', care),
  member('australia-support', 'Australia: support', 'team', 'australia', 'slow', '', care),
  member('australia-marketing', 'Australia: marketing', 'team', 'australia', 'late', '', {
    craft: 'marketing',
  }),
  member('singapore-support', 'Singapore: support', 'team', 'singapore', 'late', '', {
    ...care,
    since: 19,
  }),
];
