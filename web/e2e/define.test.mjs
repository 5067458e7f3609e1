// A process defined on the sample history: proposed, edited against the past, looked over, proposed, activated, exported,
// changed by hand, brought back, compared, and its deals moved.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const dialog = () => page.getByRole('dialog');
/** A line of a stage, as an open form. */
const details = (name) => page.getByRole('button', { name: `Details of ${name}` }).first();

test('the proposal says which stage is left on perception, and how often', async () => {
  await page.goto('/define/propose');
  await see(/94 %/);
  await see(/without any act of the prospect/);
  await picture(page, '60-define-proposal');
  await press('Save as version 1');
  await page.waitForURL(/\/define$/);
});

test('a criterion is a sentence with menus, and history answers while it is changed', async () => {
  await details('The prospect attended a demonstration').click();
  await see('In your deals so far');
  await see(/won/);
  const before = await page.getByRole('region', { name: 'In your deals so far' }).textContent();
  await picture(page, '61-define-criterion', { whole: false });
  await page
    .getByRole('button', { name: /With the tag/ })
    .first()
    .click();
  await page.getByText('no tag').click();
  await page.waitForFunction(
    (old) => document.querySelector('[aria-label="In your deals so far"]')?.textContent !== old,
    before,
  );
  await picture(page, '62-define-history', { whole: false });
});

test('what is typed is kept, and nothing is active before somebody says so', async () => {
  await see(/Presenting, criterion/);
  await see('Saved.');
  await page.reload();
  await see(/Presenting, criterion/);
  await see(/version 1/i);
  await accessible(page, 'the editor');
});

test('the draft is proposed, looked over and activated', async () => {
  await page.getByLabel('What changed and why').fill('Any meeting will do');
  await press('Propose');
  await see(/Version 2 is proposed/);
  await page.goto('/define?tab=versions');
  await see('Any meeting will do');
  await press('Look over and activate …');
  await dialog().getByText('What it asks of your open deals').waitFor();
  await dialog()
    .getByText(/would be held/)
    .waitFor();
  await picture(page, '63-define-activate', { whole: false });
  await dialog().getByRole('button', { name: 'Activate', exact: true }).click();
  await see(/Version 2 is active/);
});

test('the file is exported, changed by hand and brought back with its comments', async () => {
  const file = join(tmpdir(), 'stagecraft-e2e-process.toml');
  await page.goto('/define?tab=file');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press('Download').then(() => page.getByRole('menuitem', { name: /process\.toml/ }).click()),
  ]);
  await download.saveAs(file);
  const text = readFileSync(file, 'utf8');
  assert.match(text, /id = "presenting"/);
  const researching = /\n\[\[stages\]\]\nid = "researching"[\s\S]*?(?=\n\[\[stages\]\])/;
  assert.match(text, researching);
  const changed = text
    .replace(researching, '')
    .replaceAll(/"researching", /g, '')
    .replaceAll(/, "researching"/g, '')
    .replaceAll(/\["researching"\]/g, '["presenting"]');
  writeFileSync(file, `# ours, by hand\n${changed}`);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await see(/is the draft now/);
  await see(/the stage “Researching” was removed/);
  await picture(page, '64-define-file', { whole: false });
});

test('a stage that is gone asks where its deals go, and deals are moved', async () => {
  await press('Activate …');
  const where = dialog().getByLabel(/^Researching: where do/);
  await where.waitFor();
  assert.ok(await dialog().getByRole('button', { name: 'Activate', exact: true }).isDisabled());
  await where.selectOption({ label: 'Presenting' });
  await dialog().getByText('Move all open deals to this version').click();
  await picture(page, '65-define-lost-stage', { whole: false });
  await dialog().getByRole('button', { name: 'Activate', exact: true }).click();
  await see(/Version 3 is active\. \d+ deals moved to it\./);
});

test('some deals of an older version are chosen and moved, and the rest stays', async () => {
  const toml = await (await page.request.get('/api/v1/process')).json().then(({ saved }) => saved.toml);
  const file = join(tmpdir(), 'stagecraft-e2e-again.toml');
  writeFileSync(file, `${toml}\n# and again\n`);
  await page.goto('/define?tab=file');
  await page.locator('input[type=file]').first().setInputFiles(file);
  await see(/is the draft now/);
  await press('Activate …');
  await dialog().getByRole('button', { name: 'Activate', exact: true }).click();
  await see('Version 4 is active. No deal was moved.');
  await page.goto('/define?tab=versions');
  const own = page.locator('li', { has: page.getByRole('heading', { name: 'Version 3' }) });
  const before = await openDeals(own);
  await own.getByRole('button', { name: 'Move deals to the active version …' }).click();
  await dialog().getByText('Some, which I choose').click();
  const boxes = dialog().getByRole('table').getByRole('checkbox');
  await boxes.first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await dialog()
    .getByText(/^2 of \d+ chosen$/)
    .waitFor();
  await picture(page, '69-define-choose', { whole: false });
  await dialog().getByRole('button', { name: 'Move 2 deals' }).click();
  await see('2 deals moved to version 4.');
  await own.getByText(`${before - 2} open deals go by it`).waitFor();
});

/** How many open deals the card of a version tells of. */
async function openDeals(card) {
  const says = await card.getByText(/open deals go by it/).textContent();
  return Number(/^[\d,]+/.exec(says ?? '')?.[0].replaceAll(',', ''));
}

test('versions stand side by side, in sentences and as text', async () => {
  await page.goto('/define?tab=versions&from=1&to=3');
  await see(/the stage “Researching” was removed/);
  await see('# ours, by hand');
  await picture(page, '66-define-compare', { whole: false });
  await accessible(page, 'the versions');
});

test('a file that is none is kept as a draft and cannot be activated', async () => {
  const file = join(tmpdir(), 'stagecraft-e2e-broken.toml');
  writeFileSync(file, 'schema = 1\nid = "sales"\nnmae = "Sales"\n');
  await page.goto('/define?tab=file');
  await page.locator('input[type=file]').first().setInputFiles(file);
  await see(/did you mean `name`/);
  await see(/must go before it can be proposed/);
  await picture(page, '67-define-broken', { whole: false });
  await press('Throw the draft away');
});

test('the playbook: personas, journey, library, coverage', async () => {
  for (const part of ['personas', 'journey', 'library', 'coverage', 'objections', 'schemes']) {
    await page.goto(`/define?tab=playbook&part=${part}`);
    await page.waitForTimeout(300);
    await picture(page, `68-define-${part}`, { whole: false });
  }
  await accessible(page, 'the playbook');
});
