// The page of the plan, where a team has words of its own for won and lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, end, introduce, open, picture, start } from './stage.mjs';

const DEALS = 24;

let server;
let window;
let page;

before(async () => {
  server = await start();
  window = await open(server.address);
  page = window.page;
  await introduce(page);
  await page.keyboard.press('Enter');
  await page.getByText(/Drop/).first().waitFor();
});

after(() => end(server, window));

const see = (text) => page.getByText(text).first().waitFor();

/** A log in which two thirds of the deals are signed, and the others go elsewhere. */
function log() {
  const row = (deal) => {
    const day = String((deal % 20) + 1).padStart(2, '0');
    const last = deal % 3 === 0 ? 'Went elsewhere' : 'Contract signed';
    return `D${deal},Visit,2026-01-${day}\nD${deal},Offer,2026-02-${day}\nD${deal},${last},2026-03-${day}\n`;
  };
  return `case_id,activity,timestamp\n${Array.from({ length: DEALS }, (_, deal) => row(deal)).join('')}`;
}

/** Takes a name from the list of a box in which names are chosen. */
async function take(label, name) {
  const box = page
    .getByRole('textbox', { name: label })
    .or(page.getByRole('combobox', { name: label }))
    .first();
  await box.fill(name.slice(0, 4));
  await page.getByRole('option', { name }).first().click();
  await see(name);
}

test('names that close a deal are asked for, chosen, and count', async () => {
  await page.goto('/import');
  const file = { name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(log()) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await see('What we recognised');
  const question = page.getByText(/Nothing in it says that a deal was won or lost/);
  await question.waitFor();
  await take('Also mean won', 'Contract signed');
  await question.waitFor({ state: 'detached' });
  await take('Also mean lost', 'Went elsewhere');
  await accessible(page, 'plan');
  await picture(page, '25-closings');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: /^Import 1 file/ }).click();
  await see('See how you sell');
  await page.goto('/discover');
  await page.waitForLoadState('networkidle');
  await picture(page, '26-closed');
  await see('You won 67 % of 24 closed deals');
  assert.equal((await page.getByText('Contract signed').count()) > 0, true);
});
