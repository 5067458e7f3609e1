// The forecast, quotas and the ramp: what stands on the pages is what the API counts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, ask, end, picture, signedIn, start } from './stage.mjs';

let server;
let window;
let page;

before(async () => {
  server = await start(['demo', '--generated']);
  window = await signedIn(server);
  page = window.page;
});

after(() => end(server, window));

const see = (text) => page.getByText(text).first().waitFor();
const api = (...request) => ask(page, ...request);

/** The large number of the figure with this label. */
async function figure(label) {
  const text = await page.locator('dl', { hasText: label }).first().innerText();
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)[1];
}

test('the forecast says what the API counts, and how good it was', async () => {
  await page.goto('/measure/forecast?within=30');
  const { total, sentence, held_back } = await api('GET', '/measure/forecast?within=30');
  assert.ok(total.deals > 20 && held_back.skill > 0);
  await see(sentence);
  assert.equal(await figure('Expected to be won'), String(Math.round(total.won)));
  assert.equal(await figure('Brier score'), held_back.brier.toFixed(3));
  assert.equal(await figure('Better than weights of stages'), `${Math.round(held_back.skill * 100)}\u00a0%`);
  await see(held_back.verdict);
  await see('Does it come as often as it says?');
  await picture(page, '98-forecast');
  await accessible(page, 'the forecast');
});

test('another horizon is another forecast, and a link', async () => {
  await page.getByLabel('Won by when').selectOption('ever');
  const { sentence } = await api('GET', '/measure/forecast?within=ever');
  await see(sentence);
  assert.ok(page.url().includes('within=ever'));
});

test('a quota is added, and what was won of it is told', async () => {
  await page.goto('/settings/quotas');
  await see('What was won of them');
  await page.getByRole('button', { name: 'Add a quota' }).click();
  await page.getByRole('combobox', { name: 'Name' }).fill('Rep 003');
  await page.getByLabel('Amount').fill('50,000');
  await page.getByLabel('From').fill('2024-01-01');
  await page.getByRole('button', { name: 'Save' }).click();
  const table = page.getByRole('table', { name: 'What was won of them' });
  await table.getByRole('row', { name: /Rep 003 2024-Q4/ }).waitFor();
  const { rows } = await api('GET', '/measure/attainment');
  const told = rows.find((row) => row.name === 'Rep 003' && row.period === '2024-Q4');
  const row = await table.getByRole('row', { name: /Rep 003 2024-Q4/ }).innerText();
  assert.ok(row.includes(told.says.replaceAll(' %', '\u00a0%')), row);
  await picture(page, '99-quotas');
  await accessible(page, 'the quotas');
});

test('the ramp begins with the first day that was given', async () => {
  await api('PUT', '/first-days', { person: 'Rep 004', day: '2024-07-01' });
  await page.goto('/measure/ramp?measure=deals');
  const { people, sentence } = await api('GET', '/measure/ramp?measure=deals');
  assert.deepEqual([people[0].name, people[0].given, people[0].start], ['Rep 004', true, '2024-07-01']);
  await see(sentence);
  const row = await page
    .getByRole('table', { name: 'People' })
    .getByRole('row', { name: /Rep 004/ })
    .innerText();
  assert.ok(row.includes('1 Jul 2024') && row.includes(people[0].says.replaceAll(' %', '\u00a0%')), row);
  await see('Rep 004: won since the first day');
  await see('Chapters of the manual read: not yet recorded.');
  await picture(page, '99-ramp');
  await accessible(page, 'the ramp');
});
