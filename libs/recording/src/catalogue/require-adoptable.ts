import { type CatalogueView, checkAdoption } from '#lib/catalogue';
import type { ModelVersion } from '#lib/projections';
import { Faulty, Refusal } from '../refusal.js';

/** @throws Refusal `model-missing`, `model-version-unknown`; Faulty when its entries do not fit the dictionary */
export function requireAdoptable(view: CatalogueView, { model, version }: ModelVersion): void {
  const versions = view.versions(model);
  if (versions.length === 0) {
    throw new Refusal('model-missing', `There is no model "${model}". GET /models lists them.`);
  }
  const faults = checkAdoption(view, model, version);
  if (faults[0] && !versions.some((one) => one.version === version)) {
    throw new Refusal('model-version-unknown', faults[0].message, '/version');
  }
  if (faults.length > 0) throw new Faulty(faults);
}
