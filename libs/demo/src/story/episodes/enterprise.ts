import type { ModelId } from '#lib/domain';
import { AUTHORS } from '../authors.js';
import { CAST } from '../cast/cast.js';
import { ownerNumber } from '../cast/owners.js';
import type { Chronicle } from '../chronicle.js';

/** How the program begins, and how every unit joins, with the person who answers for it. */
export function tellEnterprise(chronicle: Chronicle): void {
  const by = AUTHORS.office;
  chronicle.tell({
    type: 'program.changed',
    unit: null,
    month: 0,
    lag: 0,
    by,
    data: { name: 'Quillhaven Group (demo)', headline: 'altimeter' as ModelId },
  });
  CAST.forEach(({ unit, name, kind, parent, tags, models, since = 0 }, number) => {
    chronicle.tell({
      type: 'unit.registered',
      unit,
      month: since,
      lag: since === 0 ? 0 : 0.3,
      by,
      data: {
        name,
        kind,
        parent: parent as never,
        ...(models ? { models } : {}),
        ...(tags.length > 0 ? { tags } : {}),
        owner: ownerNumber(number),
      },
    });
  });
}
