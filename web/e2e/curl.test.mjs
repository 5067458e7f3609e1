// The page of the documentation that sells with curl does what it says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { start } from './stage.mjs';

const PAGE = new URL('../../docs/selling-with-curl.md', import.meta.url);

let server;
let folder;

before(async () => {
  server = await start();
  folder = mkdtempSync(join(tmpdir(), 'stagecraft-curl-'));
});

after(async () => {
  rmSync(folder, { recursive: true, force: true });
  assert.equal(await server.stop(), 0);
});

test('a whole sale with curl', () => {
  const blocks = [...readFileSync(PAGE, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines]) => lines);
  assert.ok(blocks.length >= 9, 'the page has its blocks');
  const env = { ...process.env, STAGECRAFT: server.address };
  const ran = spawnSync('bash', ['-c', blocks.join('\n')], { cwd: folder, env, encoding: 'utf8', timeout: 120_000 });
  assert.equal(ran.status, 0, `${ran.stdout}\n${ran.stderr}`);
  for (const said of [
    'mills.csv,4,E-mail,no address,',
    'Handling objections\n',
    'That is more than we have planned for.\n',
    '36,000.00 at 4 % + 8,353.20 at 6 % = 1941.192, rounded 1,941.19 EUR.',
    'Cora Care\n',
    'confirmed\n',
    'Mill Ltd\n',
    'Mill directory: 1 of 2 won\n',
  ])
    assert.ok(ran.stdout.includes(said), `${said} is missing in\n${ran.stdout}`);
  for (const pdf of ['brief.pdf', 'quote.pdf', 'commission.pdf'])
    assert.match(readFileSync(join(folder, pdf), 'latin1'), /^%PDF-1\./, pdf);
  assert.match(readFileSync(join(folder, 'meeting.ics'), 'utf8'), /^BEGIN:VCALENDAR/);
});
