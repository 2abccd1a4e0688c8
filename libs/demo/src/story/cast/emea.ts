import { type Member, member } from './member.js';

const care = { craft: 'care' } as const;
const marketing = { craft: 'marketing' } as const;
const sales = { craft: 'sales' } as const;

/** Europe, Middle East and Africa: an early centre of excellence on which everybody leans. */
export const EMEA: readonly Member[] = [
  member('emea', 'Europe, Middle East & Africa', 'region', 'quillhaven', 'strong', 'b2c'),
  member('germany', 'Germany', 'country', 'emea', 'leader', 'b2c pilot'),
  member('france', 'France', 'country', 'emea', 'steady', 'b2c'),
  member('united-kingdom', 'United Kingdom', 'country', 'emea', 'strong', 'b2c pilot'),
  member('nordics', 'Nordics', 'country', 'emea', 'strong', 'b2c'),
  member('iberia', 'Iberia', 'country', 'emea', 'slow', 'b2c'),
  member('middle-east', 'Middle East', 'country', 'emea', 'late', 'b2c emerging'),
  member('germany-support', 'Germany: customer support', 'team', 'germany', 'leader', '', care),
  member('germany-marketing', 'Germany: marketing', 'team', 'germany', 'strong', '', marketing),
  member('germany-product', 'Germany: product design', 'team', 'germany', 'steady', '', {
    craft: 'product',
  }),
  member('france-support', 'France: customer support', 'team', 'france', 'steady', '', care),
  member('france-marketing', 'France: marketing', 'team', 'france', 'slow', '', marketing),
  member('uk-support', 'UK: customer support', 'team', 'united-kingdom', 'steady', '', care),
  member('uk-stores', 'UK: stores', 'team', 'united-kingdom', 'slow', 'retail', sales),
  member('nordics-support', 'Nordics: customer support', 'team', 'nordics', 'strong', '', care),
  member('nordics-stores', 'Nordics: stores', 'team', 'nordics', 'slow', 'retail', sales),
];
