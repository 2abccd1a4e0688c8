import type { EventData, UnitKey } from '#lib/domain';
import { AUTHORS } from '../authors.js';
import { ownerNumber } from '../cast/owners.js';
import { type Teller, told } from './teller.js';

const office = { by: AUTHORS.office };
/** Owners who follow others are numbered from here. */
const SUCCESSORS = 70;

/** Units that move, are closed, come back, are renamed, or get another owner. */
export function tellReorganisations(teller: Teller): void {
  tellMoves(teller);
  tellClosures(teller);
  tellChanges(teller);
}

function tellMoves(teller: Teller): void {
  const move = (unit: string, parent: string, month: number, lag: number) =>
    teller.chronicle.tell({
      type: 'unit.moved',
      ...told(unit, month, { ...office, lag }),
      data: { parent: parent as UnitKey },
    });
  // one contact centre for North America
  move('canada-support', 'usa', 28.1, 0.3);
  // nobody told the program office for two months
  move('rental', 'emea', 33.1, 2.2);
  // entered in the wrong line, and taken back
  const wrong = move('australia-marketing', 'singapore', 30.2, 0.2);
  teller.retract('australia-marketing', wrong, 31.3, 'Another unit was meant.');
}

function tellClosures(teller: Teller): void {
  const { chronicle } = teller;
  chronicle.tell({
    type: 'unit.retired',
    ...told('nordics-stores', 22.4, office),
    data: { reason: 'Stores were to be sold.' },
  });
  chronicle.tell({
    type: 'unit.reinstated',
    ...told('nordics-stores', 31.2, office),
    data: { reason: 'The sale fell through.' },
  });
  chronicle.tell({
    type: 'unit.retired',
    ...told('mexico-support', 37.3, office),
    data: { reason: 'Calls are taken by the contact centre of the region.' },
  });
}

function tellChanges(teller: Teller): void {
  const change = (unit: string, month: number, data: EventData['unit.changed']) =>
    teller.chronicle.tell({ type: 'unit.changed', ...told(unit, month, office), data });
  change('smart-home', 29.3, { name: 'Smart home' });
  change('communications', 25.2, { name: 'Communications & brand' });
  change('information-technology', 34.1, { name: 'Group IT & data' });
  change('india', 27.4, { tags: ['b2c', 'emerging', 'pilot'] });
  change('nordics', 18.2, { tags: ['b2c', 'pilot'] });
  const inherited = [
    ['americas', 24.8],
    ['united-kingdom', 33.2],
    ['apac', 44.1],
    ['mexico', 21.3],
    ['usa-stores', 30.4],
    ['motor-insurance', 46.1],
    ['france-support', 14.2],
    ['people', 38.3],
  ] as const;
  inherited.forEach(([unit, month], index) => {
    change(unit, month, { owner: ownerNumber(SUCCESSORS + index) });
  });
}
