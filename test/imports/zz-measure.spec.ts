import { test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { startTestApi } from '../e2e/support/test-api.js';

test('figures', async () => {
  const api = await startTestApi({ worker: false });
  const office = await api.newProgram('figures');
  const CSV = { 'content-type': 'text/csv' };
  const keys = ((await office.get('/milestones?limit=500')).body.items as { key: string }[]).map(({ key }) => key);
  const n = 1000;
  const units = ['unit,name,kind,parent', 'root,Root,enterprise,', ...Array.from({ length: n }, (_, i) => `u${i},Unit ${i},team,root`)].join('\n');
  const timed = async (name: string, work: () => Promise<{ status: number; body: any }>) => {
    const began = performance.now();
    const { status, body } = await work();
    console.log(name, status, Math.round(performance.now() - began), 'ms', JSON.stringify(body.counts ?? body).slice(0, 300), JSON.stringify(body.faults ?? '').slice(0, 200));
  };
  await timed('units 1001', () => office.send('POST', '/imports', units, CSV));
  const rows = (count: number, year: number) => ['unit,milestone,date,note', ...Array.from({ length: count }, (_, i) => `u${i % n},${keys[Math.floor(i / n) % keys.length]},${year - Math.floor(i / n / keys.length)}-03-0${1 + (i % 9)},Row ${i}`)].join('\n');
  await timed('preview 5000', () => office.send('POST', '/imports?dryRun=true', rows(5000, 2014), CSV));
  const sheet = rows(5000, 2014).split('\n').map((line) => line.split(',').map((value) => ({ value })));
  const xlsx = await writeWorkbook(sheet as never).toBuffer();
  await timed('preview 5000 xlsx', () => office.send('POST', '/imports?dryRun=true', xlsx, { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  await timed('import 5000', () => office.send('POST', '/imports', rows(5000, 2014), CSV));
  await timed('again 5000', () => office.send('POST', '/imports', rows(5000, 2014), CSV));
  await timed('preview 5000 known', () => office.send('POST', '/imports?dryRun=true', rows(5000, 2014), CSV));
  await timed('import 20000', () => office.send('POST', '/imports', rows(20000, 2010), CSV));
  if (process.env.ALL) await timed('import 100000', () => office.send('POST', '/imports', rows(100000, 2006), CSV));
  await api.stop();
}, 600_000);
