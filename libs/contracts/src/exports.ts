import { z } from 'zod';
import { AsOf } from './dates.js';
import { ModelIdText, UnitKeyText } from './text.js';

export const ExportTableQuery = z.strictObject({
  under: UnitKeyText.optional().meta({ description: 'Of this unit and all below it.' }),
  asOf: AsOf.optional().meta({ description: 'Standings only.' }),
  knownAt: AsOf.optional().meta({ description: 'Standings only.' }),
  model: ModelIdText.optional().meta({ description: 'Standings only.' }),
});
