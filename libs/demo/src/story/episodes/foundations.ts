import { AUTHORS } from '../authors.js';
import type { Teller } from './teller.js';

/**
 * What whole parts of the enterprise live under: sponsors who come, leave and come back, centres of
 * excellence, rules, committees.
 */
export function tellFoundations(teller: Teller): void {
  tellAmericas(teller);
  tellEmea(teller);
  tellApac(teller);
  tellGroups(teller);
  const note = 'The chief executive opened the first review herself.';
  teller.achieve('quillhaven', 'sponsor.approved', 13.2, { note, evidence: 'Board minutes' });
  const left = 'The chief executive left; the successor wants proof first.';
  teller.lapse('quillhaven', 'sponsor.approved', 19.1, left, { lag: 1.1 });
}

function tellAmericas(teller: Teller): void {
  const unit = 'americas';
  teller.achieve(unit, 'sponsor.approved', 1.2, { evidence: 'Budget decision' });
  teller.achieve('usa', 'sponsor.approved', 1.9, { note: 'Own budget for three years.' });
  teller.achieve(unit, 'coe.formed', 9.2, { precision: 'month', evidence: 'Charter' });
  teller.achieve(unit, 'governance.established', 12.4, { evidence: 'Rules of conduct' });
  teller.achieve(unit, 'steering-committee.formed', 26.5, { evidence: 'Committee charter' });
  teller.achieve(unit, 'initiatives.global', 38.2, { precision: 'quarter' });
  teller.achieve(unit, 'strategy.unified', 42.8, { evidence: 'Strategy paper' });
  const left = 'The regional president retired; nobody spoke for the budget.';
  teller.lapse(unit, 'sponsor.approved', 20.4, left, { lag: 1.6 });
  const note = 'The new president takes it over, with the same budget.';
  teller.achieve(unit, 'sponsor.approved', 24.8, { note, evidence: 'Budget decision' });
}

/** A centre of excellence, formed before there was much to do, that keeps everything in its hands. */
function tellEmea(teller: Teller): void {
  const unit = 'emea';
  teller.achieve(unit, 'sponsor.approved', 5.6, { evidence: 'Budget decision' });
  teller.achieve('germany', 'sponsor.approved', 3.1, {});
  const note = 'Eleven people from the start. Countries send their requests to the centre.';
  teller.achieve(unit, 'coe.formed', 4.1, { note, evidence: 'Charter' });
  teller.achieve(unit, 'governance.established', 18.3, { precision: 'quarter' });
  const waiting = 'Countries wait six weeks for the centre; nothing was handed over.';
  teller.assess(unit, 'operations.delegated', 'no', 24.2, waiting);
  teller.assess(unit, 'operations.delegated', 'no', 36.1, waiting);
  teller.assess(unit, 'steering-committee.formed', 'no', 36.1, 'Planned twice, never met.');
}

/** The sponsor has left, a waiver bridges the gap, and it ends soon. */
function tellApac(teller: Teller): void {
  const unit = 'apac';
  teller.achieve(unit, 'sponsor.approved', 11.2, { evidence: 'Budget decision' });
  teller.achieve('japan', 'sponsor.approved', 13.4, { precision: 'month' });
  teller.achieve(unit, 'coe.formed', 32.3, { evidence: 'Charter' });
  const draft = 'A draft lies with three departments.';
  teller.assess(unit, 'governance.established', 'no', 36.4, draft);
  teller.lapse(unit, 'sponsor.approved', 43.4, 'The regional head moved to a competitor.');
  const reason = 'The finance director stands in until the board appoints a head of region.';
  teller.waive(unit, 'sponsor.approved', 43.7, reason, 49.15);
}

function tellGroups(teller: Teller): void {
  teller.achieve('insurance', 'governance.established', 22.1, { evidence: 'Compliance rules' });
  teller.achieve('motor-insurance', 'sponsor.approved', 12.6, { evidence: 'Budget decision' });
  const left = 'The head of motor left after the merger of the two claims departments.';
  teller.lapse('motor-insurance', 'sponsor.approved', 45.2, left);
  teller.achieve('home-insurance', 'sponsor.approved', 23.2, {});
  teller.assess('health-insurance', 'sponsor.approved', 'no', 24.3, 'Nobody would sign.');
  teller.achieve('business-solutions', 'sponsor.approved', 14.5, { precision: 'month' });
  teller.achieve('business-solutions', 'governance.established', 37.4, { precision: 'quarter' });
  teller.achieve('business-solutions', 'coe.formed', 40.2, { evidence: 'Charter' });
  const bought = { by: AUTHORS.office, note: 'From the time before it was bought.' };
  teller.achieve('smart-home', 'sponsor.approved', 8.5, { ...bought, precision: 'year' });
  teller.achieve('group-functions', 'sponsor.approved', 17.2, { evidence: 'Budget decision' });
  teller.achieve('group-functions', 'governance.established', 20.4, { evidence: 'Staff rules' });
}
