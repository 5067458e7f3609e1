// A day in the sample history: whom to answer and what is due for everybody, a task ticked and taken back, a person and
// a commitment added on a deal, and the days on which the team works.
import assert from 'node:assert/strict';
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

const days = () =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Working days', exact: true }) });
const see = (text) => page.getByText(text).first().waitFor();
const press = (name) => page.getByRole('button', { name }).first().click();
const dialog = () => page.getByRole('dialog');
const overdue = () => page.getByRole('region', { name: /^Overdue/ });
const ticks = () => overdue().getByRole('checkbox');
/** How many tasks are overdue, as the heading says. */
const howMany = async () => Number(/[\d,]+$/.exec(await overdue().getByRole('heading').textContent())[0]);
const untilThereAre = (n) =>
  overdue()
    .getByRole('heading', { name: `Overdue ${n}`, exact: true })
    .waitFor();

test('a process is proposed, so that there are tasks', async () => {
  await page.goto('/define/propose');
  await press('Save as version 1');
  await page.waitForURL(/\/define$/);
});

test('whoever has no deal of their own is led to everybody’s day', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('y');
  await page.waitForURL(/\/my-day$/);
  await see('No open deal is yours yet');
  await picture(page, '70-day-empty');
  await press('Look at everybody’s day');
  await page.waitForURL(/owner=/);
  await see('Answer them');
  await see(/\d+ tasks overdue/);
  await picture(page, '71-day');
  await accessible(page, 'my day');
});

test('a task is ticked, by key as well, and taken back', async () => {
  await ticks().first().waitFor();
  const before = await howMany();
  await ticks().first().click();
  await untilThereAre(before - 1);
  await press('Undo');
  await see(/Back on the list/);
  await untilThereAre(before);
  await overdue().getByRole('link').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await untilThereAre(before - 1);
  assert.ok(
    await page.evaluate(() => document.activeElement?.closest('[data-line]') !== null),
    'the next line is at hand',
  );
  await page.keyboard.press('u');
  await untilThereAre(before);
});

test('a person and a commitment are added on a deal', async () => {
  await press(/^Show all/);
  const line = overdue().getByRole('listitem').filter({ hasText: 'Presenting' }).first();
  await line.getByRole('link').click();
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  await press('Add a person');
  await dialog().getByLabel('Name').fill('Cara Chief');
  await dialog().getByRole('combobox', { name: 'Role in the decision' }).fill('Decision');
  await page.getByRole('option', { name: 'Decision maker' }).click();
  await dialog().getByLabel('E-mail').fill('cara.example.com');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog()
    .getByText(/no e-mail address/)
    .waitFor();
  await dialog().getByLabel('E-mail').fill('cara@example.com');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Change Cara Chief' }).waitFor();
  await see('No act yet');
  await press(/^They agreed:/);
  await dialog().getByLabel('By when do they do it?').fill('2099-12-31');
  await dialog().getByRole('combobox', { name: 'Who said so?' }).fill('Cara Chief');
  await page.keyboard.press('Tab');
  await dialog().getByRole('button', { name: 'Write it down' }).click();
  await see(/by 31 Dec 2099/);
  await see(/1 act, last/);
  await picture(page, '72-deal-people');
  await accessible(page, 'a deal with people');
  await press(/^Not any more:/);
  await page
    .getByRole('button', { name: /^They agreed:/ })
    .first()
    .waitFor();
});

test('the team’s holidays are kept, and what is wrong is said at its field', async () => {
  await page.goto('/settings/deals');
  await press('Add a holiday');
  await page.getByLabel('Name of holiday 1').fill('New Year');
  await page.getByLabel('Day of holiday 1').fill('1 January');
  await days().getByRole('button', { name: 'Save', exact: true }).click();
  await see('Write it as 12-25 or 2026-04-06.');
  await page.getByLabel('Day of holiday 1').fill('01-01');
  await days().getByRole('button', { name: 'Save', exact: true }).click();
  await see('Working days are saved.');
  await picture(page, '73-working-days');
  await accessible(page, 'settings');
});
