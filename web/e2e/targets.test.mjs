// Targets: set on a metric's page, seen in its chart and in the list; figures are those of the API.
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

const api = (...request) => ask(page, ...request);
const see = (text) => page.getByText(text).first().waitFor();
/** A sentence of the API as pages write it. */
const written = (text) => text.replaceAll(' %', '\u00a0%');

test('the demo has targets, the one outside first', async () => {
  await page.goto('/measure');
  await page.getByRole('link', { name: 'Targets' }).click();
  await see('1 of 3 targets outside.');
  const { targets } = await api('GET', '/targets');
  const names = await page.locator('main li h2').allInnerTexts();
  assert.deepEqual(
    names,
    targets.map((line) => line.target.name),
  );
  assert.equal(names[0], 'New deals a month');
  for (const { history } of targets) await see(written(history.now.says));
  await picture(page, '110-targets');
  await accessible(page, 'the targets');
});

test('a target is tried, set, drawn in the chart and listed', async () => {
  await page.goto('/measure/metrics/win-rate?step=month');
  await see('Over time');
  await page.getByRole('button', { name: 'Set a target' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Win rate, high');
  await form.getByLabel('Not below').fill('30');
  const asked = {
    name: 'Win rate, high',
    metric: 'win-rate',
    step: 'month',
    band: { between: { at_least: 0.3 } },
  };
  const tried = await api('POST', '/targets/preview', asked);
  assert.match(tried.says, /^In the last year this would have rung \d+ times/);
  await form.getByText(written(tried.says)).waitFor();
  await picture(page, '111-target-form');
  await form.getByRole('button', { name: 'Set it' }).click();
  await see('“Win rate, high” is set.');
  const label = page.locator('svg[role="group"] text', { hasText: 'Win rate, high: at least 30' });
  await label.waitFor();
  await picture(page, '112-target-in-chart');
  await accessible(page, 'a metric with targets');

  const { targets } = await api('GET', '/targets');
  const line = targets.find(({ target }) => target.name === 'Win rate, high');
  assert.equal(line.target.band.between.at_least, 0.3);
  const { figures } = await api('GET', '/metrics/win-rate/figures?step=month');
  const last = figures.series.findLast((point) => point.finished);
  assert.equal(line.history.steps.at(-1).figure.value, last.figure.value);
  await page.goto('/measure/targets');
  const card = page.locator('main li', { hasText: 'Win rate, high' });
  const shown = await card.innerText();
  assert.ok(shown.includes(`${Number((last.figure.value * 100).toFixed(1))}\u00a0%`), shown);
  assert.ok(shown.includes(last.figure.value < 0.3 ? 'Outside' : 'Inside'), shown);
});

test('it is changed, taken away, and brought back', async () => {
  await page.getByRole('button', { name: 'Change: Win rate, high' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('It is to stay').selectOption('natural');
  await form.getByText(/limits are those of its control chart/).waitFor();
  await form.getByRole('button', { name: 'Set it' }).click();
  await form.waitFor({ state: 'hidden' });
  await see(/Asks for what it does by itself/);
  // its edges go from step to step through the whole chart
  await page.goto('/measure/metrics/win-rate?step=month');
  const edges = page.locator('svg[role="group"] g', { hasText: 'what it does by itself' }).last().locator('path');
  await edges.first().waitFor();
  const wide = await edges.evaluateAll((all) => all.map((path) => path.getBBox().width));
  assert.ok(wide.length === 2 && wide.every((width) => width > 300), `${wide}`);
  await page.goto('/measure/targets');
  await page.getByRole('button', { name: 'Take away: Win rate, high' }).click();
  await see(/was taken away/);
  assert.equal((await api('GET', '/targets')).targets.length, 3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('main li', { hasText: 'Win rate, high' }).waitFor();
});

test('what people are told of can be chosen, and a notice leads to the metric', async () => {
  await page.goto('/settings/notifications');
  await see('A metric has left the band of its target');
  const { kinds } = await api('GET', '/notices/choices');
  assert.equal(kinds.find(({ kind }) => kind === 'target-left').mail, 'at-once');
  const { targets } = await api('GET', '/targets');
  const line = targets.find(({ change_ids }) => change_ids.length > 0);
  await page.goto(`/measure/targets?change=${line.change_ids[0]}`);
  await page.waitForURL(new RegExp(`/measure/metrics/${line.target.metric}`));
  await page.goto('/measure/targets?change=00000000-0000-0000-0000-000000000000');
  await see(/is gone, or was changed since/);
});

test('three targets that are close to one another are told apart, also on a phone', async () => {
  for (const [name, low] of [
    ['All of the team together', 0.3],
    ['All of the team in a good year', 0.31],
    ['All of the team in a very good year', 0.33],
  ])
    await api('POST', '/targets', { name, metric: 'win-rate', step: 'month', band: { between: { at_least: low } } });
  await page.goto('/measure/metrics/win-rate?step=month');
  const legend = page.getByRole('list', { name: 'Targets in the chart' });
  const chart = page.locator('svg[role="group"]');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await legend.waitFor();
    const names = await legend.getByRole('listitem').allInnerTexts();
    assert.equal(names.filter((name) => name.startsWith('All of the team')).length, 3);
    const marks = chart.locator('text', { hasText: /^\d/, has: page.locator('title', { hasText: 'All of the team' }) });
    const boxes = await Promise.all((await marks.all()).map((mark) => mark.boundingBox()));
    assert.equal(boxes.length, 3);
    const frame = await chart.boundingBox();
    boxes.sort((a, b) => a.y - b.y);
    for (const [i, box] of boxes.entries()) {
      assert.ok(i === 0 || box.y - boxes[i - 1].y >= 14, JSON.stringify(boxes));
      assert.ok(box.x >= frame.x && box.x + box.width <= frame.x + frame.width, JSON.stringify([box, frame]));
    }
  }
  await chart.scrollIntoViewIfNeeded();
  await picture(page, '113-targets-close', { whole: false });
  await accessible(page, 'a chart with close targets');
});
