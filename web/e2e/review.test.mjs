// The weekly meeting: what changed, and the deals to talk about, as the API counts them.
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

const see = (text) => page.getByText(text).first().waitFor();
const api = (...request) => ask(page, ...request);

/** The figures of what changed, as the page shows them. */
async function shown() {
  const figures = await page.locator('dl', { hasText: /New deals|Moved on|Moved back|Won|Lost/ }).all();
  const texts = await Promise.all(figures.map((figure) => figure.innerText()));
  return Object.fromEntries(
    texts.map((text) => [
      /[A-Z][a-z ]+/.exec(text)[0].trim(),
      Number(/\d[\d,]*$/.exec(text.trim())[0].replace(',', '')),
    ]),
  );
}

test('a week in which nothing happened says so, and where the data ends', async () => {
  await page.goto('/measure');
  await page.getByRole('link', { name: 'Weekly review' }).click();
  await see('Which days');
  await picture(page, '95-review-now');
});

test('the last days of the data, as the API counts them', async () => {
  await page.goto('/measure/review?span=data');
  await see('Older than won deals ever were');
  const { as_of } = await api('GET', '/measure/review');
  const last = new Date(as_of).getTime() + 1000;
  const [from, to] = [last - 7 * 86_400_000, last].map((at) => new Date(at).toISOString());
  const { changes } = await api('GET', `/measure/review?from=${from}&to=${to}`);
  assert.ok(changes.won > 0);
  const figures = await shown();
  assert.deepEqual(
    [figures['New deals'], figures['Moved on'], figures.Won, figures.Lost],
    [changes.created, changes.moved_on, changes.won, changes.lost],
  );
  await picture(page, '96-review-data');
  await accessible(page, 'the review');
});

test('a deal that moved without the prospect is named, and one that they moved is not', async () => {
  await api('POST', '/processes', { template: 'b2b-software', language: 'en' });
  for (const [name, theirs] of [
    ['Alone', false],
    ['Asked', true],
  ]) {
    const { deal } = await api('POST', '/deals', { name, account: `${name} Ltd`, value: '1000' });
    if (theirs) await api('POST', `/deals/${deal.id}/touchpoints`, { kind: 'call', side: 'prospect', actor: 'Eva' });
    await api('POST', `/deals/${deal.id}/move`, { to: 'connecting-and-qualifying', reason: 'They will answer' });
  }
  await page.goto('/measure/review');
  const table = page.getByRole('table', { name: 'Moved without the prospect' });
  await table.getByRole('link', { name: 'Alone' }).waitFor();
  assert.equal(await table.getByRole('link', { name: 'Asked' }).count(), 0);
  await see('Prospecting → Connecting and qualifying');
  await picture(page, '97-review');
  await accessible(page, 'the review of a week');
});
