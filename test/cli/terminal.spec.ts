import { afterAll, beforeAll } from 'vitest';
import { assisting } from './terminal/assisting.js';
import { completing } from './terminal/completing.js';
import { documents } from './terminal/documents.js';
import { exchanging } from './terminal/exchanging.js';
import { installing } from './terminal/installing.js';
import { looking } from './terminal/looking.js';
import { recording } from './terminal/recording.js';
import { refusals } from './terminal/refusals.js';
import { openTerminal, type Terminal } from './terminal/terminal.js';
import { watching } from './terminal/watching.js';

let open: Terminal;
beforeAll(async () => {
  open = await openTerminal();
}, 240_000);
afterAll(() => open.stop());

const terminal = () => open;

looking(terminal);
refusals(terminal);
completing(terminal);
recording(terminal);
watching(terminal);
assisting(terminal);
installing(terminal);
exchanging(terminal);
documents(terminal);
