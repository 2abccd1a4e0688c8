// Beside the thread that runs tests: when that one computes for long without a pause, so that no timeout
// of a test can come, says where it is. A thread that waits in a call outside JavaScript cannot say.
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';

const { beats, longMs } = workerData;
const FRAMES = 20;

function tell(frames, files) {
  const lines = frames.slice(0, FRAMES).map(({ functionName, location }) => {
    const file = files.get(location.scriptId) ?? '';
    return `    at ${functionName || '(anonymous)'} (${file}:${location.lineNumber + 1})`;
  });
  const title = `Process ${process.pid} has computed without a pause for over ${longMs / 1000} s:`;
  // not by process.stderr, which goes through the thread that is blocked
  writeSync(2, `${[title, ...lines].join('\n')}\n`);
}

function ask() {
  const session = new Session();
  session.connectToMainThread();
  const files = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => files.set(params.scriptId, params.url));
  session.once('Debugger.paused', ({ params }) => {
    tell(params.callFrames, files);
    session.post('Debugger.resume', () => session.disconnect());
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}

let [last, since] = [0, Date.now()];
setInterval(() => {
  const now = Atomics.load(beats, 0);
  if (now !== last) [last, since] = [now, Date.now()];
  else if (Date.now() - since > longMs) {
    since = Date.now();
    ask();
  }
}, 1_000);
