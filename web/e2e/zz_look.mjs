import { spawn } from 'node:child_process';
import { accessible, end, open, picture, start } from './stage.mjs';
const server = await start(['demo', '--generated']);
const vite = spawn('npx', ['vite', '--port', '7400', '--host', '127.0.0.1', '--strictPort'], { env: { ...process.env, STAGECRAFT_API: server.address.replace(/\/$/, '') } });
await new Promise((r) => setTimeout(r, 5000));
const window = await open('http://127.0.0.1:7400');
const page = window.page;
page.setDefaultTimeout(15000);
await page.goto(server.link.replace(/http:\/\/[^/]+/, 'http://127.0.0.1:7400'));
await page.waitForURL(/discover/);
const { deals } = await page.evaluate(() => fetch('/api/v1/deals?outcome=open&limit=1').then((r) => r.json()));
const won = (await page.evaluate(() => fetch('/api/v1/deals?outcome=won&limit=1').then((r) => r.json()))).deals;
const pages = process.argv.slice(2);
for (const to of pages) {
  const path = to.replace('$open', deals[0].id).replace('$won', won[0].id);
  try {
    await page.goto('http://127.0.0.1:7400' + path);
    await page.waitForTimeout(2500);
    const name = 'zz' + to.replace(/\W+/g, '-');
    await picture(page, name);
    await accessible(page, to).then(() => console.log('ok', to), (e) => console.log('A11Y', to, JSON.stringify(e.actual ?? e.message).slice(0, 900)));
  } catch (e) { console.log('FAIL', to, String(e).slice(0, 300)); }
}
vite.kill();
await end(server, window);
process.exit(0);
