import { type Member, member } from './member.js';

const care = { craft: 'care' } as const;
const marketing = { craft: 'marketing' } as const;

/** The Americas: first to start, and the only region that hands operations to its units. */
export const AMERICAS: readonly Member[] = [
  member('americas', 'Americas', 'region', 'quillhaven', 'leader', 'b2c'),
  member('usa', 'United States', 'country', 'americas', 'champion', 'b2c pilot'),
  member('canada', 'Canada', 'country', 'americas', 'strong', 'b2c'),
  member('brazil', 'Brazil', 'country', 'americas', 'strong', 'b2c emerging'),
  member('mexico', 'Mexico', 'country', 'americas', 'slow', 'b2c emerging'),
  member('usa-support', 'US: customer support', 'team', 'usa', 'champion', 'pilot', care),
  member('usa-marketing', 'US: marketing', 'team', 'usa', 'leader', 'pilot', marketing),
  member('usa-product', 'US: product development', 'team', 'usa', 'leader', '', {
    craft: 'product',
  }),
  member('usa-stores', 'US: stores', 'team', 'usa', 'steady', 'retail', { craft: 'sales' }),
  member('canada-support', 'Canada: customer support', 'team', 'canada', 'strong', '', care),
  member('brazil-support', 'Brazil: customer support', 'team', 'brazil', 'steady', '', care),
  member('brazil-marketing', 'Brazil: marketing', 'team', 'brazil', 'strong', '', marketing),
  member('mexico-support', 'Mexico: customer support', 'team', 'mexico', 'late', '', care),
];
