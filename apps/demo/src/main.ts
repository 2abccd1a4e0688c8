import { DEMO_PROGRAM, ENTERPRISE, ensureDemo } from '#lib/demo';
import { API_ADDRESS, onStop, runProcess } from '#lib/platform';
import { visitLines } from './visit.js';

const NEW_KEY = 'npm run demo:key makes a new one, and a link to sign in with';

// started by the launcher before the api and the worker, and ended by it when it is ready; it says
// whether the database is the one it has started itself
const embedded = process.argv.includes('embedded');

await runProcess('demo', async (foundation) => {
  let stopping = false;
  void onStop().then(() => (stopping = true));
  const { complete, units, events, key } = await ensureDemo(foundation, {
    begins: () => void process.stdout.write('Loading the demo, once: this takes some seconds …\n'),
    stopped: () => stopping,
  });
  const says = [`Waymark demo: program ${DEMO_PROGRAM}, ${units} units, ${events} events`];
  if (!complete) says.push('The loading was stopped; the next start goes on with it.');
  else {
    if (key) says.push(...firstSteps(key));
    else says.push(`Its administrator key was shown when it was made; ${NEW_KEY}.`);
    const where = { address: API_ADDRESS, unasked: true };
    if (embedded) says.push(...(await visitLines(foundation, where)));
  }
  return { says, stop: () => Promise.resolve() };
});

function firstSteps(key: string): readonly string[] {
  const question = `${API_ADDRESS}/api/v1/rollups/${ENTERPRISE.unit}?model=altimeter`;
  return [
    `Administrator key of the demo, shown once: ${key} (${NEW_KEY})`,
    `Try it: curl -H "Authorization: Bearer ${key}" "${question}"`,
  ];
}
