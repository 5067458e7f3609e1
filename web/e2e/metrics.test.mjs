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
  const cards = page.locator('main li a[href^="/measure/metrics/"] h3');
  await see('The step that takes too long');
  assert.deepEqual((await cards.allInnerTexts()).sort(), standard.map((one) => one.metric.name).sort());
  await page.waitForLoadState('networkidle');
  await picture(page, '100-metrics');
  await accessible(page, 'the catalogue of metrics');
});

test('attainment and forecast accuracy are metrics, with the figures of their own pages', async () => {
  const { held_back: held } = await api('GET', '/measure/forecast');
  await page.goto('/measure/metrics/forecast-accuracy?by=owner');
  await see('Forecast accuracy');
  const all = page
    .locator('dl, div')
    .filter({ hasText: /^All together/ })
    .first();
  assert.match(await all.innerText(), new RegExp(`\\b${String(Number(held.brier.toFixed(3)))}\\b`));
  await page.waitForLoadState('networkidle');
  await picture(page, '109-metric-forecast');
  await page.getByRole('link', { name: 'See the forecast' }).click();
  await page.waitForURL(/\/measure\/forecast/);

  const { rows } = await api('GET', '/measure/attainment');
  const over = rows.filter((row) => row.who === 'person' && row.over);
  const { from, until } = over[0];
  await page.goto(`/measure/metrics/attainment?by=owner&period=custom&from=${from}&to=${until}&step=quarter`);
  await see('Broken down');
  const shown = await groups();
  const same = over.filter((row) => row.from === from);
  assert.equal(shown.size, same.length);
  for (const row of same) assert.equal(number(shown.get(row.name)), Number((row.share * 100).toFixed(1)), row.name);
  const choices = await page.getByLabel('Broken down by').locator('option').allInnerTexts();
  assert.deepEqual(choices, ['Nothing', 'Owner', 'Team']);
  await page.waitForLoadState('networkidle');
  await picture(page, '110-metric-attainment');
  await accessible(page, 'the metric of attainment');
  await page.getByRole('button', { name: 'Show the deals behind it' }).click();
  await see('The deals behind it');
  await page.goto('/measure/metrics/attainment?field=source%3AReferral');
  await see('take every other filter away');
  await page.getByRole('link', { name: 'See the quotas' }).click();
  await page.waitForURL(/\/settings\/quotas/);
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
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 201);
  await page.getByRole('button', { name: 'Undo' }).click();
  await kept;
  await page.reload();
  await see('Calls per won deal');
});

test('a calendar shows the figure of every day, by mouse and by keys, down to its deals', async () => {
  const span = 'from=2023-03-01T00:00:00Z&to=2023-06-01T00:00:00Z';
  await page.goto('/measure/metrics/moves-in?view=calendar&period=custom&from=2023-03-01&to=2023-05-31');
  await see('Day by day');
  const { figures } = await api('GET', `/metrics/moves-in/figures?step=day&${span}`);
  const days = page.getByRole('group', { name: 'Days' }).getByRole('button');
  const shown = await days.evaluateAll((all) => all.map((day) => day.getAttribute('aria-label')));
  const words = (from) =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
      .format(new Date(from))
      .replace(',', '');
  assert.deepEqual(
    shown.map((label) => label.split(/, (?=outside|not all)/)[0]),
    figures.series.map(({ from, figure }) => `${words(from)}: ${figure.value}`),
  );
  const outside = figures.control.chart.outside.map((place) => words(figures.series[figures.control.at[place]].from));
  assert.deepEqual(
    shown.filter((label) => label.includes('outside of')).map((label) => label.split(':')[0]),
    outside,
  );
  await picture(page, '106-metric-calendar');
  const busy = figures.series.reduce((a, b) => (b.figure.value > a.figure.value ? b : a));
  await days.nth(figures.series.indexOf(busy)).click();
  await see('The deals behind it');
  const { total } = await api('GET', `/metrics/moves-in/deals?from=${busy.from}&to=${busy.to}`);
  await see(new RegExp(`^(The latest \\d+ of )?${total}( deals?)?\\.$`));
  assert.equal(new URL(page.url()).searchParams.get('day'), busy.from.slice(0, 10));
  await picture(page, '107-metric-calendar-day');
  await accessible(page, 'a calendar');
  const first = days.first();
  await page.locator('[role="button"][tabindex="0"][aria-pressed]').focus();
  await page.keyboard.press('Home');
  assert.equal(await first.evaluate((day) => day === document.activeElement), true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/day=2023-03-09/);
  await page.locator('figure').getByText('Table', { exact: true }).click();
  const rows = page.getByRole('table', { name: 'Day by day' }).locator('tbody tr');
  assert.match(await rows.first().innerText(), /Wednesday 31 May 2023/);
  await page.goto('/measure/metrics/new-deals?view=calendar');
  await see('outside of what it does by itself');
  await picture(page, '110-metric-calendar-years');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await picture(page, '111-metric-calendar-dark');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('/measure/metrics/moves-in?view=calendar&period=custom&from=2090-01-01&to=2090-02-01');
  await see('No day of this time has a figure. Choose a longer time.');
});

test('figures are taken along in three formats', async () => {
  await page.goto('/measure/metrics/win-rate?by=source');
  await page.getByRole('button', { name: 'Download all' }).last().click();
  const links = await page.getByRole('menuitem').evaluateAll((all) => all.map((one) => [one.innerText, one.href]));
  assert.deepEqual(
    links.map(([name]) => name),
    ['CSV', 'JSON', 'Parquet'],
  );
  await picture(page, '108-metric-download', { whole: false });
  const json = await api('GET', new URL(links[1][1]).href.split('/api/v1')[1]);
  const { figures } = await api('GET', '/metrics/win-rate/figures?by=source&step=month');
  assert.equal(json[0].value, figures.total.value);
  const start = await page.evaluate(async (href) => (await (await fetch(href)).text()).slice(0, 4), links[2][1]);
  assert.equal(start, 'PAR1');
});

test('a metric of the process file stands beside the others and is changed there', async () => {
  const { process } = await api('POST', '/process/propose', {});
  await api('PUT', '/process', { process });
  await page.goto('/measure/metrics');
  const card = page.getByRole('link', { name: /Lost after we qualified them/ });
  await card.getByText('In the file of the process “').waitFor();
  await card.click();
  await see('Over time');
  const { figures } = await api('GET', '/metrics/lost-after-qualifying/figures');
  await see(new RegExp(`${figures.total.yes.toLocaleString('en')} of ${figures.total.n.toLocaleString('en')}`));
  await picture(page, '109-metric-of-process');
  await page.getByRole('link', { name: 'Change it in the process file' }).click();
  await page.waitForURL(/define.*tab=file/);
  await page.goto('/measure/metrics/lost-after-qualifying/edit');
  await see(/is kept in the file of the process/);
});
