// Metrics: what the page shows is what the API counts, and what the truth of the sample history says.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { accessible, ask, end, picture, signedIn, start } from './stage.mjs';

const TRUTH = fileURLToPath(new URL('../../../shared/data/sample-history/truth.json', import.meta.url));

let server;
let window;
let page;

before(async () => {
  server = await start(['demo', '--generated']);
  window = await signedIn(server);
  page = window.page;
});

after(() => end(server, window));

const api = (...request) => ask(page, ...request);
const see = (text) => page.getByText(text).first().waitFor();
/** The cells of the table of groups: its first column to the column of the figure. */
async function groups() {
  const rows = await page.getByRole('table', { name: 'Broken down' }).locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  return new Map(cells.map(([name, value]) => [name.trim(), value.trim()]));
}
const number = (text) => Number(text.replaceAll(/[^\d.]/g, ''));

test('the catalogue shows every metric, and who takes longer', async () => {
  await page.goto('/measure');
  await page.getByRole('link', { name: 'Metrics' }).click();
  await see('Win rate by value');
  await see(/Deals of Rep 001 stay longer in Presenting/);
  const { standard } = await api('GET', '/metrics');
  const cards = page.locator('main li a h3');
  assert.deepEqual((await cards.allInnerTexts()).sort(), standard.map((one) => one.metric.name).sort());
  await page.waitForLoadState('networkidle');
  await picture(page, '100-metrics');
  await accessible(page, 'the catalogue of metrics');
});

test('moves into stages, read from the page, equal the API and the truth', async () => {
  await page.goto('/measure/metrics/moves-in?by=stage');
  await see('Broken down');
  const shown = await groups();
  const { figures } = await api('GET', '/metrics/moves-in/figures?by=stage');
  for (const group of figures.groups) assert.equal(number(shown.get(group.values[0])), group.figure.value);
  if (existsSync(TRUTH)) {
    const { stages } = JSON.parse(readFileSync(TRUTH, 'utf8')).realised;
    for (const [stage, truth] of Object.entries(stages)) assert.equal(number(shown.get(stage)), truth.entered, stage);
  }
  await picture(page, '101-metric-moves');
});

test('a metric over time, broken down, set beside a year before, down to the deals', async () => {
  await page.goto('/measure/metrics/win-rate');
  await see('Over time');
  await page.getByLabel('Broken down by').selectOption('source');
  await page.getByLabel('Period').selectOption('year');
  await page.getByLabel('Beside it').selectOption('year');
  await see('Against the other time');
  const address = new URL(page.url());
  const { as_of } = await api('GET', '/metrics');
  assert.equal(address.searchParams.get('by'), 'source');
  const end = new Date(`${as_of.slice(0, 10)}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  const begin = new Date(end);
  begin.setUTCFullYear(begin.getUTCFullYear() - 1);
  const span = `from=${begin.toISOString()}&to=${end.toISOString()}`;
  const { figures } = await api('GET', `/metrics/win-rate/figures?by=source&against=year&${span}`);
  const shown = await groups();
  assert.equal(shown.size, figures.groups.length);
  for (const { values, figure } of figures.groups) {
    const text = shown.get(values[0]);
    if (figure.few) assert.match(text, new RegExp(`${figure.yes} of ${figure.n}`));
    else assert.equal(number(text), Number((figure.value * 100).toFixed(1)), values[0]);
  }
  await picture(page, '102-metric-win-rate');
  const [first] = figures.groups;
  await page.getByRole('table', { name: 'Broken down' }).getByRole('button', { name: first.values[0] }).click();
  await see('The deals behind it');
  await see(new RegExp(`${first.figure.n}( deals)?\\.`));
  await picture(page, '103-metric-deals');
  await accessible(page, 'a metric');
});

test('a time that has nothing in it says so', async () => {
  await page.goto('/measure/metrics/win-rate?period=custom&from=2090-01-01&to=2090-02-01');
  await see('There is nothing to count in this time.');
  await see('This time is after the last day of the data.');
  await picture(page, '104-metric-nothing');
  await page.goto('/measure/metrics/moves-in?period=custom&from=2023-05-01&to=2023-04-01');
  await see(/ends before it begins/);
});

test('a metric of the team’s own is tried, kept, seen and taken away', async () => {
  await page.goto('/measure/metrics/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Calls per won deal');
  await page.getByLabel('What to figure').selectOption('mean');
  await page.getByLabel('Amount', { exact: true }).selectOption('events');
  await page.getByRole('combobox', { name: 'Event' }).fill('Call');
  await page.keyboard.press('Escape');
  await see(/How often there was “Call” of deals that were won, on average/);
  await picture(page, '105-metric-own');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.waitForURL(/calls-per-won-deal$/);
  await see('Over time');
  const { figures } = await api('GET', '/metrics/calls-per-won-deal/figures');
  await see(figures.total.value.toFixed(2).replace(/0+$/, ''));
  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Take away' }).click();
  await see(/was taken away/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.reload();
  await see('Calls per won deal');
});
