import 'reflect-metadata';
import { runProcess } from '#lib/platform';
import { startApi } from './start-api.js';

// the launcher says whether it has loaded the demo, whose key is shown too
const besideDemo = process.argv.includes('beside-demo');
// and whether the database is the one it has started itself
const embedded = process.argv.includes('embedded');
await runProcess('api', (foundation) => startApi(foundation, { besideDemo, embedded }));
