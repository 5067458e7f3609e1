// Dashboards: made, arranged, shared, printed; what they show is what the API counts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, ask, end, picture, signedIn, start } from './stage.mjs';

let server;
let window;
let page;

before(async () => {
  server = await start(['demo']);
  window = await signedIn(server);
  page = window.page;
});

after(() => end(server, window));

const api = (...request) => ask(page, ...request);
const see = (text) => page.getByText(text).first().waitFor();
const button = (name) => page.getByRole('button', { name, exact: true });
const tiles = () => page.locator('main li:has(h2)');
const percent = (share) => `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;

test('the figures of a dashboard are those of the metrics', async () => {
  await page.goto('/measure');
  await page.getByRole('link', { name: 'Dashboards' }).click();
  await page.getByRole('link', { name: /Sales week/ }).click();
  await see(/before\. No more than noise|than the time before/);
  const [{ id }] = await api('GET', '/dashboards');
  const { tiles: worked } = await api('GET', `/dashboards/${id}/figures`);
  const rate = worked[0].answer.figures;
  const text = (await tiles().nth(0).innerText()).replaceAll(/\u00a0/g, ' ');
  assert.ok(text.includes(percent(rate.total.value)), text);
  assert.ok(text.includes(percent(rate.against.figure.value)), text);
  const groups = (await tiles().nth(4).innerText()).replaceAll(/\u00a0/g, ' ');
  const first = worked[4].answer.figures.groups.toSorted((a, b) => b.figure.n - a.figure.n)[0];
  assert.ok(groups.includes(first.values[0]) && groups.includes(percent(first.figure.value)), groups);
  await picture(page, '130-dashboard');
  await accessible(page, 'a dashboard');
  await page.goto(`/measure/dashboards/${id}?arrange=1`);
  await button('Save').waitFor();
  await accessible(page, 'a dashboard being arranged');
  await picture(page, '130-dashboard-arranged');
});

test('a dashboard is made, arranged by keyboard and taken back', async () => {
  await page.goto('/measure/dashboards');
  await button('New dashboard').click();
  await page.getByLabel('Name', { exact: true }).fill('Mine');
  for (const [metric, show] of [
    ['Win rate', 'The figure'],
    ['Cycle time', 'Over time'],
  ]) {
    await button('Add a metric').click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Metric' }).or(form.getByLabel('Metric')).first().fill(metric);
    await page.getByRole('option', { name: metric, exact: true }).click();
    await form.getByLabel('Show').selectOption({ label: show });
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await tiles().filter({ hasText: metric }).waitFor();
  }
  await page.getByRole('button', { name: 'Earlier: cycle-time' }).click();
  await page.getByLabel('Width: cycle-time').selectOption({ label: 'Whole row' });
  await button('Save').click();
  await button('Arrange').waitFor();
  const mine = (await api('GET', '/dashboards')).find((line) => line.dashboard.name === 'Mine');
  assert.deepEqual(
    mine.dashboard.tiles.map((tile) => [tile.of.metric.metric, tile.width]),
    [
      ['cycle-time', 'whole'],
      ['win-rate', 'third'],
    ],
  );
  await button('Undo').first().click();
  await see('Nothing on it yet');
  await picture(page, '131-dashboard-empty');
});

test('what a metric’s page shows is put on a dashboard, by the address too', async () => {
  await api('POST', '/dashboards', { name: 'Mine' });
  await page.goto('/measure/metrics/win-rate?by=product&period=year');
  await see('Broken down');
  await button('Put on a dashboard').click();
  await page.getByRole('menuitem', { name: 'Mine' }).click();
  await see('It stands on “Mine” now.');
  const mine = (await api('GET', '/dashboards')).find((line) => line.dashboard.name === 'Mine');
  assert.deepEqual(mine.dashboard.tiles[0].of.metric.params, { by: ['product'], span: ['year'], step: ['month'] });
  await page.goto(`/measure/dashboards/${mine.id}`);
  await page.getByRole('link', { name: 'Win rate' }).click();
  await see('Broken down');
  assert.match(page.url(), /period=year/);
});

test('on paper and on a phone', async () => {
  const lines = await api('GET', '/dashboards');
  const { id } = lines.find((line) => line.dashboard.tiles.length > 2);
  await page.goto(`/measure/dashboards/${id}`);
  const href = await page.getByRole('link', { name: 'Print (PDF)' }).getAttribute('href');
  const pdf = await page.request.get(href);
  assert.equal(pdf.headers()['content-type'], 'application/pdf');
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  await see(/before\. No more than noise|than the time before/);
  await picture(page, '132-dashboard-paper');
});

test('a block of Markdown shows the figures in the manual', async () => {
  const markdown = 'What we win:\n\n```metric\nwin-rate?show=groups&by=team&span=year\n```\n\n```metric\ngone\n```\n';
  const { id } = await api('POST', '/manual/pages', { section: 'W', title: 'How we do', markdown });
  await page.goto(`/manual/${id}`);
  await see(/Win rate by team\. 1 January 2017 to 31 December 2017\. Data up to 31 December 2017\./);
  await see(/gone: There is no metric/);
  await picture(page, '133-manual-metric');
});
