import { AUTHORS } from '../authors.js';
import { type Teller, told } from './teller.js';

/** Things that count by decision: one over, one ended early, one without an end, some that end soon. */
export function tellWaivers(teller: Teller): void {
  const legal = 'Answers go through the legal department until the regulator has replied.';
  teller.waive('health-insurance', 'public-responses.approved', 20.3, legal, 32.6);

  const crm = teller.waive(
    'rental',
    'business-systems.integrated',
    30.2,
    'The order system is being replaced; a weekly export counts until then.',
    46.5,
  );
  teller.chronicle.tell({
    type: 'waiver.ended',
    ...told('rental', 36.4, { by: AUTHORS.office }),
    data: { event: crm, reason: 'The replacement was put off by two years.' },
  });

  const few = 'Nine people work here; the figures of the whole department stand for them.';
  teller.waive('people-academy', 'metrics.aligned', 15.2, few);

  const forum = 'Shares the forum of motor insurance until its own opens.';
  teller.waive('home-insurance', 'hub.launched', 38.4, forum, 48.6);
  const crisis = 'Crisis plan of the region counts until the own one is written.';
  teller.waive('india', 'risk-management.established', 40.3, crisis, 49.05);
}
