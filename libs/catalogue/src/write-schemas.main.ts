import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedModelsDir } from './models-folder.js';
import { jsonSchemas } from './schema/json-schema.js';

for (const [name, text] of jsonSchemas()) writeFileSync(join(shippedModelsDir(), name), text);
