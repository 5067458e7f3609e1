// Discover on a history with touchpoints: the map by hand and by keyboard, won against lost, ways and their deals, the
// look back, drivers beside plain counts, and a proposal that is worked on, left, and saved. Every page is checked for
// what keeps people out.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible, end, picture, signedIn, start } from './stage.mjs';

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
const press = (name) => page.getByRole('button', { name }).first().click();
const choose = (name) => page.getByText(name, { exact: true }).first().click();
const slider = (name) => page.getByRole('slider', { name });
const map = () => page.getByRole('group', { name: 'Process map' });
const number = (text) => Number(text.replaceAll(',', ''));

/** Boxes that can be chosen on the map. */
const boxes = () => map().getByRole('link', { name: /: [\d,]+ events? in/ });

/** How many deals the page of deals is about. */
async function dealsShown() {
  await page.waitForURL(/\/deals\?/);
  const text = await page.getByText(/^[\d,]+ of [\d,]+ deals? shown/).textContent();
  return number(/of ([\d,]+)/.exec(text)[1]);
}

test('every page of Discover can be read and used by everybody, in light and in dark, wide and narrow', async () => {
  const pages = [
    ['overview', '/discover', 'The way deals take'],
    ['map', '/discover/map?view=all', 'Ways that deals go'],
    ['difference', '/discover/map?shown=difference', 'Ways that deals go'],
    ['sides', '/discover/map?shown=sides', 'Lost deals'],
    ['back', '/discover/back', 'counted back from the close'],
    ['drivers', '/discover/drivers', 'Supported by the data'],
    ['touchpoints', '/discover/touchpoints', 'Moved on opinion'],
    ['interviews', '/discover/interviews', 'Which deals to ask about'],
  ];
  for (const [name, address, there] of pages) {
    await page.goto(address);
    await see(there);
    await page.waitForLoadState('networkidle');
    await accessible(page, name);
    await picture(page, `20-${name}`);
  }
});

test('the sliders take boxes and lines off the map and bring them back', async () => {
  await page.goto('/discover/map?view=all');
  await see(/^\d+ of \d+; 100\s% of events$/);
  const all = await boxes().count();
  await slider('Activities').focus();
  await page.keyboard.press('Home');
  await page.waitForURL(/activities=/);
  await see(/^3 of \d+; /);
  assert.equal(await boxes().count(), 3, 'won, lost and the most frequent other activity are left');
  await page.keyboard.press('ArrowRight');
  await see(/^4 of \d+; /);
  await page.reload();
  await see(/^4 of \d+; /);
  await press('Usual choice');
  await see(/^\d+ of \d+; 100\s% of events$/);
  assert.equal(await boxes().count(), all);
  const lines = async () => Number(/^\d+/.exec(await page.getByText(/ lines; /).textContent())[0]);
  const usual = await lines();
  await slider('Paths').focus();
  await page.keyboard.press('Home');
  await page.waitForURL(/paths=/);
  await page.waitForFunction((n) => !document.body.innerText.includes(`${n} of`), usual);
  const fewest = await lines();
  await page.keyboard.press('End');
  await see(/100\s% of moves/);
  assert.ok(fewest < usual && usual < (await lines()), `${fewest} lines, then ${usual}, then all`);
});

test('won less lost colours what the data supports; side by side shows both', async () => {
  await page.goto('/discover/map?view=all');
  await choose('Won less lost');
  await see(/points of a hundred/);
  await map()
    .getByText(/^[+−]\d+$/)
    .first()
    .waitFor();
  const coloured = await map().locator('path[data-tone="won"], path[data-tone="lost"]').count();
  const pale = await map().locator('path[data-tone="pale"]').count();
  assert.ok(coloured > 2 && pale > 2, `${coloured} coloured and ${pale} pale lines`);
  await choose('Side by side');
  await page.getByRole('heading', { name: 'Lost deals' }).waitFor();
  assert.equal(await map().count(), 2);
});

test('the map by keyboard: Tab goes along the main way, Enter leads to the deals', async () => {
  await page.goto('/discover/map');
  const stages = ['Prospecting', 'Connecting & Qualifying', 'Researching', 'Presenting'];
  const first = map().getByRole('link').first();
  await first.focus();
  const seen = [];
  for (let i = 0; i < 20; i += 1) {
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    seen.push(name);
    await page.keyboard.press('Tab');
  }
  const places = stages.map((stage) => seen.findIndex((name) => name.startsWith(`${stage}: `)));
  assert.ok(
    places.every((at, i) => at > (places[i - 1] ?? -1)),
    `in reading order: ${seen.join(' | ')}`,
  );
  const box = map().getByRole('link', { name: /^Researching: / });
  const deals = number(/in ([\d,]+) deals/.exec(await box.getAttribute('aria-label'))[1]);
  await box.focus();
  await page.keyboard.press('Enter');
  assert.equal(await dealsShown(), deals);
});

test('deals over time can be moved by hand where no motion is wanted', async () => {
  await page.goto('/discover/map');
  await press('Play deals over time');
  await slider('Time').focus();
  await see(/deals? under way/);
  const before = await page.locator('output').first().textContent();
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowRight');
  await see(/[1-9]\d* deals? under way/);
  assert.notEqual(await page.locator('output').first().textContent(), before);
  await see(/Your system asks for less motion/);
});

test('a way leads to its deals, and a step finds the ways that have it', async () => {
  await page.goto('/discover/map');
  const rows = page.getByRole('table', { name: 'Ways that deals go' }).locator('tbody tr');
  await rows.first().waitFor();
  const link = rows.first().getByRole('link');
  const count = number(await link.textContent());
  await page.getByLabel('Ways with a step called…').fill('nurt');
  await page.keyboard.press('Enter');
  await see(/meet the search/);
  assert.match(await rows.first().textContent(), /Nurturing/);
  await page.getByLabel('Ways with a step called…').fill('');
  await page.keyboard.press('Enter');
  await see(/the most common first/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'All as CSV' }).click(),
  ]);
  const csv = (await readFile(await download.path(), 'utf8')).split('\r\n');
  const ways = number(/^([\d,]+) different way/.exec(await page.getByText(/different ways? of/).textContent())[1]);
  assert.ok(ways > (await rows.count()), 'more ways than the page shows');
  assert.equal(csv.length, ways + 2, 'the CSV has a heading and every way');
  await link.click();
  assert.equal(await dealsShown(), count);
});

test('the look back holds as many deals as one asks for, of those one asks for', async () => {
  await page.goto('/discover/back');
  await see('The last 10 won deals');
  const lines = page.getByRole('group', { name: /^The last/ }).getByRole('link');
  assert.equal(await lines.count(), 10);
  await page.getByRole('radiogroup', { name: 'How many deals' }).getByText('5', { exact: true }).click();
  await see('The last 5 won deals');
  assert.equal(await lines.count(), 5);
  await page.getByLabel('Another number of deals').first().fill('7');
  await page.keyboard.press('Enter');
  await see('The last 7 won deals');
  assert.equal(await lines.count(), 7);
  await choose('Lost');
  await see('The last 7 lost deals');
  await see('days since the first event');
  await choose('Close together');
  await see('days before the close');
  await page.goto('/discover/back?field=owner:Rep 002');
  await see('Closed by 1 person.');
  await lines.first().waitFor();
  for (const line of await lines.all()) assert.match(await line.textContent(), /Rep 002/);
  await lines.nth(1).focus();
  await page.locator('[aria-live="polite"] ol li').nth(2).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
});

test('a finger reads the steps of a deal before it opens it', async () => {
  const context = await window.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    storageState: await page.context().storageState(),
    baseURL: server.address,
  });
  const phone = await context.newPage();
  await phone.goto('/discover/back?n=5');
  await phone.getByRole('group', { name: 'The last 5 won deals' }).getByRole('link').nth(1).tap();
  const steps = phone.locator('[aria-live="polite"]');
  await steps.locator('ol li').nth(2).waitFor();
  assert.match(phone.url(), /discover\/back/);
  await steps.getByRole('link').tap();
  await phone.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  await context.close();
});

test('work backward says the usual time and counts the steps back from the close', async () => {
  await page.goto('/discover/back');
  await see(/of [\d,]+ won deals closed in /);
  const all = await page
    .getByText(/of [\d,]+ won deals closed/)
    .first()
    .textContent();
  await page.getByRole('radiogroup', { name: 'Of the last' }).getByText('25', { exact: true }).click();
  await see(/of the last 25 won deals/);
  assert.notEqual(
    await page
      .getByText(/of the last 25 won deals/)
      .first()
      .textContent(),
    all,
  );
});

test('drivers show the plain count beside the comparison, and a lesson where it misleads', async () => {
  await page.goto('/discover/drivers');
  await see('Why not simply count?');
  await see('counted plainly');
  const bars = page.getByRole('img', { name: /Odds among comparable deals .* 95 % interval .*; counted plainly/ });
  assert.ok((await bars.count()) > 0);
  await page.getByText(/^Looked at and found no difference/).click();
  await press(/^Details: .*[Tt]estimonial/);
  await see('Counted plainly, among all closed deals');
  assert.equal(await page.getByText(/because/i).count(), 0);
  await picture(page, '21-driver-details');
});

/** A page of its own in another browser window, signed in as a new user with this role. */
async function colleague(name, role) {
  const added = await page.request.post('/api/v1/users', {
    headers: { 'x-stagecraft': '1' },
    data: { name, email: `${role}@example.com`, role },
  });
  const context = await window.browser.newContext({ baseURL: server.address, viewport: { width: 390, height: 844 } });
  const their = await context.newPage();
  await their.goto((await added.json()).link);
  await their.waitForURL((url) => url.pathname !== '/link');
  return their;
}

const keeps = (on, what) => on.getByRole('checkbox', { name: `Keep: ${what}` });
const saved = (on) =>
  on
    .getByRole('status')
    .getByText(/^Saved\./)
    .waitFor();

test('a proposal that one begins another goes on with, and nobody overwrites the other unseen', async () => {
  const [fits, call] = ['Check that the account fits the customers we serve best', 'Call them'];
  await page.goto('/define/propose');
  await keeps(page, fits).click();
  await saved(page);
  const mona = await colleague('Mona Manager', 'manager');
  await mona.goto('/define/propose');
  await mona.getByText('Last change by').waitFor();
  assert.equal(await keeps(mona, fits).isChecked(), false, 'what the first dropped is dropped for the second');
  await mona.getByLabel('Target days: Prospecting').fill('4');
  await saved(mona);
  await page.getByText('Last change by Mona Manager').waitFor();
  assert.equal(await page.getByLabel('Target days: Prospecting').inputValue(), '4', 'an open page follows');

  // without a connection choices wait here; meanwhile the other goes on
  await page.context().setOffline(true);
  await page.getByLabel(`Words of: ${call}`).first().fill('Ring the one who wrote');
  await see('Not saved: no connection.');
  await mona.getByLabel(`Words of: ${call}`).first().fill('Phone them');
  await saved(mona);
  await page.context().setOffline(false);
  const told = page.getByRole('alert').filter({ hasText: 'Mona Manager changed the choices in the meantime' });
  await told.waitFor();
  assert.equal(await mona.getByLabel(`Words of: ${call}`).first().inputValue(), 'Phone them');
  await picture(page, '22-proposal-changed-by-another');
  await page.reload();
  await told.waitFor();
  assert.equal(await page.getByLabel(`Words of: ${call}`).first().inputValue(), 'Ring the one who wrote');
  await press('Save mine over theirs');
  await saved(page);
  await mona.getByText('Last change by').filter({ hasText: 'Owner' }).waitFor();
  await mona.waitForFunction(
    (label) => document.querySelector(`[aria-label="${label}"]`)?.value === 'Ring the one who wrote',
    `Words of: ${call}`,
  );
  await press('Start again');
  await page
    .getByRole('status')
    .getByText(/^Saved\./)
    .waitFor({ state: 'detached' });
  await mona.waitForFunction(() => document.querySelector('[aria-label^="Keep: Check that"]')?.checked === true);
  await mona.context().close();
});

test('who may not save a proposal sees the choices and changes nothing', async () => {
  const rita = await colleague('Rita Rep', 'rep');
  await rita.goto('/define/propose');
  await rita.getByText('An owner or a manager chooses and saves.').first().waitFor();
  assert.equal(await rita.getByRole('checkbox', { disabled: false }).count(), 0);
  await rita.context().close();
});

test('a proposal keeps what is dropped and reworded when it is left, and becomes a process', async () => {
  await page.goto('/define/propose');
  await see(/^Made from 1,435 closed deals/);
  const lines = page.getByText(/^\d+ of \d+ lines taken/);
  const of = async () => (await lines.textContent()).match(/\d+/g).slice(0, 2).map(Number);
  const [all] = await of();
  const dropped = page.getByRole('checkbox', { name: 'Keep: Check that the account fits the customers we serve best' });
  await dropped.click();
  await page.getByLabel('Words of: Call them').first().fill('Ring the one who wrote');
  await page.getByLabel('Target days: Prospecting').fill('4');
  await saved(page);
  assert.deepEqual(await of(), [all - 1, all]);
  await page.reload();
  await see('Last change by');
  assert.deepEqual(await of(), [all - 1, all]);
  assert.equal(await dropped.isChecked(), false);
  await picture(page, '22-proposal-kept');
  await press('Save as version 1');
  await page.waitForURL(/\/define$/);
  await see('Ring the one who wrote');
  const { process } = await (await page.request.get('/api/v1/process')).json().then((answer) => answer.saved);
  const [prospecting] = process.stages;
  assert.equal(prospecting.target_days, 4);
  assert.ok(prospecting.tasks.some((task) => task.name === 'Ring the one who wrote'));
  assert.ok(!prospecting.tasks.some((task) => /account fits/.test(task.name)));
  await page.goto('/define/propose');
  await see(`${all} of ${all} lines taken`);
});
