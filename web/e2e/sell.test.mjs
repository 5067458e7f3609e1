// Sells, from a bought list to the referral: a lead is called and taken up, researched, shown the product with an engineer,
// objects, negotiates, accepts on a phone, is handed over, confirms the delivery, and brings further business.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, ask, end, picture, signedIn, start, strangersPhone } from './stage.mjs';

const LIST = `Company,First name,Last name,Position,E-mail,Telephone,Country
Mill Ltd,Eva,Kern,Head of production,eva.kern@mill.example,+49 30 1234567,Germany
Weavers GmbH,Otto,Web,Managing director,otto.web@weavers.example,+49 40 7654321,Germany
Nobody at all,,,,no address,,
`;

let server;
let window;
let page;
let phone;
let deal;
let cora;

before(async () => {
  server = await start(['demo']);
  window = await signedIn(server);
  page = window.page;
  await api('POST', '/processes', { template: 'b2b-software', language: 'en' });
  cora = (await api('POST', '/users', { name: 'Cora Care', email: 'cora@example.com', role: 'rep' })).link;
});

after(() => end(server, window));

const see = (text, on = page) => on.getByText(text).first().waitFor();
const press = (name, on = page) => on.getByRole('button', { name, exact: true }).first().click();
const write = (label, text, on = page) => on.getByRole('textbox', { name: label, exact: true }).fill(text);
const region = (name) => page.getByRole('region', { name, exact: true });

const api = (...request) => ask(page, ...request);

/** Opens a dialog, fills it in, and waits until it is kept. */
async function inDialog(opens, fill, keep) {
  await press(opens);
  const form = page.getByRole('dialog');
  await fill(form);
  await press(keep, form);
  await form.waitFor({ state: 'hidden' });
}

async function choose(label, option, on) {
  await on.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

const moveTo = async (stage) => {
  await press(`Move to ${stage}`);
  await page
    .getByText(`${stage} here`)
    .or(page.locator('[aria-current="step"]', { hasText: stage }))
    .first()
    .waitFor();
};

/** What they did, logged by hand. */
const log = (what, who) =>
  inDialog(
    'Log a touchpoint',
    async (form) => {
      await choose('What happened?', what, form);
      await form.getByRole('textbox', { name: /Who on the prospect/ }).fill(who);
    },
    'Log it',
  );

test('a bought list is read, with what is known of it', async () => {
  await page.goto('/leads/lists/new');
  await page.locator('input[type=file]').setInputFiles({
    name: 'mills.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST),
  });
  await see('The first rows as leads');
  await write('Source', 'Mill directory');
  await write('Price paid', '120');
  await write('Currency', 'EUR');
  await write('Bought on', '2026-11-01');
  await write('What allows you to contact them', 'Contract 7: business contacts');
  await write('Until when', '2099-12-31');
  await picture(page, '80-list');
  await press('Import the list');
  await see('Rejected rows');
  await see('no address');
  await page.getByRole('link', { name: 'See the leads' }).click();
  await see('2 leads that nobody has taken up yet.');
  await picture(page, '81-leads');
  await accessible(page, 'the leads');
});

test('research, then a call that tells who they are', async () => {
  await page.getByRole('link', { name: 'Eva Kern' }).click();
  await see('This is a lead');
  await write('Note', 'They opened a second line in May.');
  await write('Link', 'https://mill.example/news');
  await press('Add note');
  await press('Call');
  const form = page.getByRole('dialog');
  await choose('Who was on the line?', 'Eva Kern', form);
  await page.keyboard.press('Escape');
  for (const question of [/money for it/, /somebody who decides/, /enough to act/]) await choose(question, 'yes', form);
  await picture(page, '82-call', { whole: false });
  await press('Save the call', form);
  await form.waitFor({ state: 'hidden' });
});

test('the lead is taken up, and qualified by what they said', async () => {
  await press('Take up');
  await see('Everything that Connecting and qualifying needs is there.');
  deal = page.url().split('/').at(-1);
  await region('Qualification').getByText('Qualified', { exact: true }).waitFor();
  await see('6 of 5 points needed');
  await see('They opened a second line in May.');
  await moveTo('Connecting and qualifying');
  await see('The prospect accepted a further meeting');
  await log('Meeting accepted', 'Eva Kern');
  await moveTo('Researching');
});

test('what was found out stands for the stages that follow', async () => {
  for (const [about, text] of [
    ['Use case', 'Plan the second line'],
    ['Pain point', 'A fifth is scrap'],
    ['Competitor', 'Spreadsheets'],
  ]) {
    await inDialog(
      'Note something',
      async (form) => {
        await choose('What is it about?', about, form);
        await write('What did you find out?', text, form);
      },
      'Note it',
    );
  }
  await inDialog(
    'Add a person',
    async (form) => {
      await write('Name', 'Dora Dietz', form);
      await form.getByRole('combobox', { name: 'Role in the decision' }).fill('decision-maker');
      await write('What they do', 'Managing director', form);
    },
    'Save',
  );
  await inDialog(
    'Change Eva Kern',
    (form) => form.getByRole('combobox', { name: 'Role in the decision' }).fill('champion'),
    'Save',
  );
  await inDialog(
    'Call',
    async (form) => {
      await choose('Who was on the line?', 'Eva Kern', form);
      await page.keyboard.press('Escape');
      await form.getByRole('combobox', { name: 'What was it about?' }).fill('pains');
    },
    'Save the call',
  );
  await moveTo('Presenting');
  await see('Dora Dietz has not been met');
});

test('a brief on one page for the demonstration, and its PDF', async () => {
  await inDialog(
    'Plan a meeting',
    async (form) => {
      await write('What is it called?', 'Demonstration at Mill', form);
      const now = new Date(Date.now() - 60_000);
      const here = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
      await form.getByRole('textbox', { name: 'When does it begin?' }).fill(here);
      await form.getByRole('combobox', { name: 'What kind of meeting is it?' }).fill('demo');
      const ours = form.getByRole('combobox', { name: 'Who comes of us?' });
      await ours.fill('Ed Engineer');
      await ours.press('Enter');
      await ours.press('Tab');
      await choose('Who comes of them?', 'Dora Dietz', form);
      await page.getByRole('option', { name: 'Eva Kern' }).click();
      await page.keyboard.press('Escape');
    },
    'Plan it',
  );
  await page.getByRole('link', { name: 'Brief', exact: true }).click();
  await see('Plan the second line');
  await see('A fifth is scrap');
  await see('Ed Engineer');
  await see('Dora Dietz');
  await picture(page, '83-brief');
  await accessible(page, 'the brief');
  const pdf = await page.evaluate(async (deal) => {
    const bytes = new Uint8Array(await (await fetch(`/api/v1/deals/${deal}/brief.pdf`)).arrayBuffer());
    return new TextDecoder('latin1').decode(bytes);
  }, deal);
  assert.match(pdf, /^%PDF-1\./);
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1, 'it is one page');
});

test('the demonstration is attended, with an engineer', async () => {
  await page.goto(`/deals/${deal}`);
  await press('It was held');
  const form = page.getByRole('dialog');
  await write('Ed Engineer', '120', form);
  await write('What came of it?', 'They want it for the second line.', form);
  await press('Write it down', form);
  await see('Follow up');
  await press('Later');
  await see('Were there: Dora Dietz (decision-maker), Eva Kern (champion)');
  await moveTo('Handling objections');
});

test('an objection is raised, answered and settled', async () => {
  const hand = region('At hand');
  await hand.getByRole('button', { name: 'They said it: That is more than we have planned for.' }).click();
  const raised = page.getByRole('dialog');
  await raised.getByRole('textbox', { name: /Who on the prospect/ }).fill('Dora Dietz');
  await press('Log it', raised);
  await raised.waitFor({ state: 'hidden' });
  await see('raised, not answered');
  await picture(page, '84-objection');
  await hand
    .getByRole('button', { name: /^We said it: More than planned/ })
    .first()
    .click();
  await press('Log it', raised);
  await raised.waitFor({ state: 'hidden' });
  await hand.getByRole('button', { name: 'They settled it: That is more than we have planned for.' }).click();
  await raised.getByRole('textbox', { name: /Who on the prospect/ }).fill('Dora Dietz');
  await press('Log it', raised);
  await raised.waitFor({ state: 'hidden' });
  await see('Objection settled');
});

test('a quote is negotiated and accepted by the prospect on a phone', async () => {
  await page.goto('/settings/prices');
  await press('Edit GTX Pro');
  const product = page.getByRole('dialog');
  await product.getByLabel('Currency').fill('USD');
  await product.getByLabel('Tax (%)').fill('19');
  await press('Save', product);
  await see('GTX Pro is in the catalogue.');
  await page.goto(`/deals/${deal}`);
  await inDialog(
    'Write a quote',
    async (form) => {
      await form.getByRole('combobox', { name: 'Product' }).fill('gtx pro');
      await page.getByRole('option', { name: /^GTX Pro/ }).click();
      await form.getByLabel('Quantity').fill('10');
    },
    'Save',
  );
  await press('Send');
  await press('Done');
  await inDialog('Write anew', (form) => write('Discount', '8', form), 'Save');
  await press('Send');
  const link = await page.getByLabel('Link for the prospect').inputValue();
  await press('Done');
  phone = await strangersPhone(server, window);
  await phone.goto(link);
  await press('Accept the offer', phone);
  await phone.getByLabel('Your name').fill('Dora Dietz');
  await phone.getByLabel('I may accept this for my company.').check();
  await phone.getByRole('button', { name: /^Accept for/ }).click();
  await see(/^Accepted by Dora Dietz on/, phone);
  await page.reload();
  await see(/Dora Dietz accepted it on/);
  const price = region('Quotes').getByRole('listitem').filter({ hasText: 'Negotiated price' });
  await price
    .filter({ hasText: (48_210 * 0.92).toLocaleString('en', { minimumFractionDigits: 2 }) })
    .first()
    .waitFor();
});

test('the contract is signed, the deal won, with what moved them', async () => {
  await moveTo('Closing');
  await log('Contract signed', 'Dora Dietz');
  await see('Everything that Won needs is there.');
  await press('Move to Won');
  const form = page.getByRole('dialog');
  await choose('Reason', /solves what hurts/, form);
  await form.getByRole('combobox', { name: 'What moved them?' }).fill('Less scrap');
  await choose('Which pain was it about?', 'A fifth is scrap', form);
  await press('Move to Won', form);
  await form.waitFor({ state: 'hidden' });
  await see('This deal is won.');
});

test('commission is counted on the negotiated price, on a statement of its own', async () => {
  await page.goto('/commission/plans');
  await inDialog(
    'Assign people',
    async (form) => {
      const people = form.getByRole('combobox', { name: 'People' });
      await people.fill('Demo owner');
      await people.press('Enter');
    },
    'Save',
  );
  await page.goto('/commission?person=Demo+owner');
  await see('Commission of Demo owner');
  const statement = page.getByRole('article', { name: /^Demo owner, Q\d/ });
  await statement.getByText('36,000.00 at 4 % + 8,353.20 at 6 % = 1941.192, rounded 1,941.19 USD.').waitFor();
  await picture(page, '85-statement');
  await accessible(page, 'the statement');
  const pdf = await page.evaluate(() =>
    fetch('/api/v1/commission/statements.pdf?person=Demo+owner').then((r) => r.text()),
  );
  assert.match(pdf, /^%PDF-1\./);
});

test('the customer is handed over, and who receives it accepts', async () => {
  await page.goto(`/deals/${deal}`);
  await inDialog('Write down a promise', (form) => form.getByRole('textbox').first().fill('Training in May'), 'Save');
  await page.getByLabel('Why they bought, in their own words').click();
  await press('Hand over');
  const form = page.getByRole('dialog');
  await choose('Receiver', 'Cora Care', form);
  await picture(page, '86-hand-over', { whole: false });
  await press('Offer it', form);
  await see('It waits for their word.');
  const hers = await window.browser.newContext({ baseURL: server.address, reducedMotion: 'reduce' });
  const desk = await hers.newPage();
  desk.setDefaultTimeout(20_000);
  await desk.goto(cora);
  await desk.waitForURL((url) => !url.pathname.startsWith('/link'));
  await desk.goto('/my-day');
  await see('hands this customer over', desk);
  await desk.goto(`/deals/${deal}`);
  await press('Accept', desk);
  await see('Cora Care looks after this customer', desk);
  await hers.close();
  await page.reload();
  await see('Cora Care looks after this customer');
});

test('the customer confirms the delivery on a phone', async () => {
  await press('It is delivered');
  await press('Make the link');
  const link = await page.getByLabel('Send them this link').inputValue();
  assert.match(link, /\/delivery#token=[0-9a-f]{64}$/);
  await press('Done');
  await phone.goto(link);
  await see('Has everything arrived?', phone);
  assert.equal(await phone.getByText('Stagecraft').count(), 0, 'nothing of the program is shown');
  await accessible(phone, 'the delivery');
  await press('It arrived', phone);
  await phone.getByLabel('Your name').fill('Eva Kern');
  await picture(phone, '87-delivery');
  await press('Send my answer', phone);
  await see('All of it is confirmed.', phone);
});

test('the value is reviewed, and more comes from it', async () => {
  await page.goto(`/deals/${deal}`);
  await see(/Eva Kern on their page/);
  await inDialog(
    'Write down a review',
    async (form) => {
      await write('What they wanted to achieve', 'Less scrap', form);
      await write('Now', '7', form);
      await form.getByLabel('Yes').check();
    },
    'Save',
  );
  await see('The review is written down.');
  await inDialog('New deal for this customer', (form) => write('Name', 'Mill, third line', form), 'Add');
  await inDialog('They named somebody', (form) => write('Who was named', 'Nora Next', form), 'Write it down');
  await see('Nora Next');
  await page.reload();
  await picture(page, '88-customer');
  await accessible(page, 'the deal of a customer');
  await page.getByRole('link', { name: 'Mill, third line' }).click();
  await see('This deal is the upsell of');
  await page.goto('/customers');
  await page.getByRole('searchbox').fill('mill ltd');
  await see('1 customer of 1 won deal.');
  await picture(page, '89-customers');
  await accessible(page, 'the customers');
});

test('what the list cost stands beside what came of it', async () => {
  await page.goto('/leads/sources');
  const row = page.getByRole('row', { name: /Mill directory/ });
  await row.getByText(/120/).first().waitFor();
  await picture(page, '90-sources');
  await accessible(page, 'the sources');
});
