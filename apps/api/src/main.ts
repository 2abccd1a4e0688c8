import 'reflect-metadata';
import { runProcess } from '#lib/platform';
import { startApi } from './start-api.js';

// the launcher says whether it has loaded the demo, whose key is shown too
const besideDemo = process.argv[2] === 'beside-demo';
await runProcess('api', (foundation) => startApi(foundation, { besideDemo }));
