// Feedback on the process: said at a deal, taken up, settled, heard of; and the short survey, as the API counts them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, ask, end, introduce, open, picture, start } from './stage.mjs';

let server;
let window;
let page;
let deal;
const people = {};

/** Somebody else at the same server. */
async function signIn(name, role) {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
  const { link } = await ask(page, 'POST', '/users', { name, email, role });
  const context = await window.browser.newContext({ baseURL: server.address, reducedMotion: 'reduce' });
  const own = await context.newPage();
  own.setDefaultTimeout(20_000);
  await own.goto(link);
  await own.waitForURL((url) => !url.pathname.startsWith('/link'));
  return own;
}

const see = (on, text) => on.getByText(text).first().waitFor();

before(async () => {
  server = await start();
  window = await open(server.address);
  page = window.page;
  await introduce(page);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Settings' }).first().waitFor();
  await ask(page, 'POST', '/processes', { template: 'b2b-software', language: 'en' });
  people.rita = await signIn('Rita Rep', 'rep');
  people.max = await signIn('Max Manager', 'manager');
  ({ deal } = await ask(people.rita, 'POST', '/deals', { name: 'Mill', account: 'Acme' }));
});

after(() => end(server, window));

test('before anybody said anything, the page teaches', async () => {
  await page.goto('/measure/feedback');
  await see(page, 'Nobody has said anything yet');
  await picture(page, '98-feedback-nothing');
  await accessible(page, 'no feedback');
});

test('a rep says what hinders at a stage and at a task: two clicks and a sentence', async () => {
  const { rita } = people;
  await rita.goto(`/deals/${deal.id}`);
  await rita.getByRole('button', { name: 'Say what hinders: Prospecting' }).click();
  await rita.locator('textarea:focus').waitFor();
  await rita.keyboard.type('Looking up an account takes three systems');
  await picture(rita, '98-feedback-say', { whole: false });
  await rita.getByRole('button', { name: 'Send' }).click();
  await see(rita, 'Thank you. It stands under Measure');
  // by keyboard at the first task
  await rita
    .locator('section', { has: rita.getByRole('heading', { name: 'Tasks' }) })
    .getByRole('button', { name: /^Say what hinders/ })
    .first()
    .focus();
  await rita.keyboard.press('Enter');
  await rita.getByRole('dialog').getByText('Is missing').click();
  await rita.getByLabel('In a sentence').fill('No list of accounts <script>alert(1)</script>');
  await rita.getByLabel('In a sentence').press('Control+Enter');
  await rita.getByRole('dialog').waitFor({ state: 'hidden' });
  const { items } = await ask(page, 'GET', '/feedback');
  assert.deepEqual(
    items.map((item) => [item.kind, item.deal.name, item.place.part?.kind ?? null, item.place.version]),
    [
      ['hinders', 'Mill', null, 1],
      ['missing', 'Mill', 'task', 1],
    ],
  );
});

test('a manager joins in, takes it up and settles it; who said it hears of it', async () => {
  const { max, rita } = people;
  await max.goto('/measure/feedback');
  await max.getByRole('button', { name: /^Me too: Looking up/ }).click();
  await max.getByRole('button', { name: /^Not me any more \(2 people\)/ }).waitFor();
  await max.getByRole('button', { name: 'Open: Looking up an account takes three systems' }).first().click();
  const soon = new Date(Date.now() + 30 * 86_400_000);
  await max.getByLabel('By when').fill(soon.toISOString().slice(0, 10));
  await max.getByRole('button', { name: 'Save' }).click();
  await see(max, `takes it up by ${soon.getUTCDate()} `);
  await max.getByLabel('What was changed?').fill('One page shows all three now');
  await picture(max, '98-feedback-answer', { whole: false });
  await max.getByRole('button', { name: 'Save' }).click();
  await see(max, 'settled it');
  await rita.goto('/my-day');
  await rita.getByRole('button', { name: /^Notifications: 2 not read/ }).click();
  await rita.getByRole('link', { name: /Done, thanks to you.*One page shows all three now/ }).click();
  await see(rita, 'Rita Rep');
  await rita.getByRole('dialog').getByText('One page shows all three now').first().waitFor();
  assert.match(rita.url(), /\/measure\/feedback\?item=/);
});

test('the page counts what the API counts', async () => {
  await page.goto('/measure/feedback');
  await see(page, 'What was said');
  const found = await ask(page, 'GET', '/measure/feedback');
  const figure = async (label) => {
    const text = await page.locator('dl', { hasText: label }).first().innerText();
    return Number(/\d+/.exec(text.replace(label, ''))[0]);
  };
  assert.deepEqual(
    [await figure('Not answered'), await figure('Settled'), await figure('Taken up')],
    [found.unanswered, found.settled, found.taken_up],
  );
  assert.deepEqual([found.unanswered, found.settled, found.trend.at(-1).opened], [1, 1, 2]);
  assert.equal(await page.getByText('<script>alert(1)</script>').first().isVisible(), true);
  await picture(page, '98-feedback');
  await accessible(page, 'feedback');
});

/** The first stage of the process, where the deal is: with an exit criterion and content. */
async function firstStage() {
  const { saved } = await ask(page, 'GET', '/process');
  return saved.process.stages[0];
}

test('a rep says what hinders at a criterion and at content of a deal; the sign stands there for all', async () => {
  const { rita, max } = people;
  const stage = await firstStage();
  const [criterion, content] = [stage.exit[0], stage.content[0]];
  await rita.goto(`/deals/${deal.id}`);
  await rita.getByRole('button', { name: `Say what hinders: ${criterion.says}` }).click();
  await rita.getByLabel('In a sentence').fill('Nobody ever writes this down');
  await rita.getByRole('button', { name: 'Send' }).click();
  await rita.getByRole('button', { name: `Say what hinders: ${criterion.says} (1 open)` }).waitFor();
  const hand = rita.getByRole('region', { name: 'At hand' });
  await hand
    .getByRole('button', { name: /^Say what hinders/ })
    .first()
    .click();
  await rita.getByRole('dialog').getByText('Is missing').click();
  await rita.getByLabel('In a sentence').fill('It is from the year before last');
  await rita.getByLabel('In a sentence').press('Control+Enter');
  await rita.getByRole('dialog').waitFor({ state: 'hidden' });
  await hand.getByRole('button', { name: /^Say what hinders: .* \(1 open\)$/ }).waitFor();
  await picture(rita, '98-feedback-signs');
  await accessible(rita, 'a deal with signs');

  // the manager sees where it belongs, and the sign in the process
  await max.goto('/measure/feedback');
  const list = max.getByRole('region', { name: stage.name });
  const line = list.getByRole('listitem').filter({ hasText: 'Nobody ever writes this down' });
  await line.getByText(`Exit criterion: ${criterion.says}`).waitFor();
  await line.getByText('at the deal Mill').waitFor();
  await list
    .getByRole('listitem')
    .filter({ hasText: 'It is from the year before last' })
    .getByText(`Content: ${content.name}`)
    .waitFor();
  await max.goto('/define');
  const sign = max.getByRole('button', { name: `Say what hinders: ${criterion.says} (1 open)` });
  await sign.scrollIntoViewIfNeeded();
  await picture(max, '98-feedback-signs-process', { whole: false });
  await sign.click();
  await max.getByRole('dialog').getByRole('link', { name: 'Nobody ever writes this down' }).click();
  await max.getByText('It is done', { exact: true }).click();
  await max.getByLabel('What was changed?').fill('A field for it now');
  await max.getByRole('button', { name: 'Save' }).click();
  await see(max, 'settled it');
  // once it is settled, the sign is gone
  await max.goto('/define');
  await max.getByRole('button', { name: `Say what hinders: ${content.name} (1 open)` }).waitFor();
  assert.equal(await sign.count(), 0);
});

test('a long list comes page by page', async () => {
  const stage = await firstStage();
  for (let n = 0; n < 60; n += 1)
    await ask(people.rita, 'POST', '/feedback', { kind: 'praise', words: `Good, number ${n}`, stage: stage.id });
  await page.goto('/measure/feedback');
  const { total } = await ask(page, 'GET', '/feedback?state=unsettled&limit=1');
  await see(page, `The first 50 of ${total}.`);
  const lines = page.locator('main li[data-kind]');
  assert.equal(await lines.count(), 50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('Good, number 59').waitFor();
  assert.equal(await lines.count(), total);
  assert.equal(await page.getByRole('button', { name: 'Show more' }).count(), 0);
});

test('the survey is turned on, answered by three, and shows no name', async () => {
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await see(page, '0 of 3 answered');
  for (const [who, score] of [
    [people.rita, 4],
    [people.max, 3],
    [page, 5],
  ]) {
    await who.goto('/my-day');
    await see(who, 'How do you find the process?');
    if (who === people.rita) await picture(who, '98-pulse-asked');
    for (const group of await who.getByRole('group').all()) {
      if (await group.getByRole('radio').count())
        await group
          .getByRole('radio')
          .nth(score - 1)
          .check({ force: true });
    }
    if (who === people.rita) await who.getByLabel('One sentence').fill('Fewer fields, please');
    await who.getByRole('button', { name: 'Send' }).click();
    await see(who, 'Your answers are counted');
    await who.getByText('How do you find the process?').waitFor({ state: 'hidden' });
  }
  await page.goto('/measure/feedback');
  await see(page, '3 of 3 answered');
  await see(page, 'Fewer fields, please');
  const { series } = await ask(page, 'GET', '/measure/pulse');
  for (const { question, points } of series) {
    const text = await page.getByRole('region', { name: question }).innerText();
    assert.ok(text.includes(`${points[0].figures.mean.toFixed(1)} of 5`), text);
    assert.deepEqual(points[0].figures.counts, [0, 0, 1, 1, 1]);
  }
  await picture(page, '98-pulse');
  await accessible(page, 'the pulse');
});
