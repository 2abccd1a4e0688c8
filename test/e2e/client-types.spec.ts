import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/test-api.js';

const TYPES = join(import.meta.dirname, '../../libs/client/src/generated/api.d.ts');

const HEADING = '// Generated from the OpenAPI document by `npm run client`.\n\n';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

// `npm run client` runs this with -u, which writes the file
test('the types of the client are those of the api', async () => {
  const { body } = await api.admin.get('/api/openapi.json');
  const nodes = await openapiTS(body as OpenAPI3, { defaultNonNullable: false });
  await expect(HEADING + astToString(nodes)).toMatchFileSnapshot(TYPES);
});
