import 'reflect-metadata';
import { runProcess } from '#lib/platform';
import { startApi } from './start-api.js';

await runProcess('api', startApi);
