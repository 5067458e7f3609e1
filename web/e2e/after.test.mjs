// Nurturing: a won deal is handed over and accepted, the customer confirms the delivery on a phone, the value is reviewed,
// further business and a referral come from it; a move against the process waits for somebody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, end, open, picture, start, strangersPhone } from './stage.mjs';

let server;
let window;
let page;
let phone;
let deal;
let link;

before(async () => {
  server = await start(['demo']);
  window = await open(server.address);
  page = window.page;
  await page.goto(server.link);
  await page.waitForURL((url) => !url.pathname.startsWith('/link'));
});

after(() => end(server, window));

const see = (text, on = page) => on.getByText(text).first().waitFor();
const press = (name, on = page) => on.getByRole('button', { name, exact: true }).first().click();
const api = (method, path, body) =>
  page.evaluate(
    async ([method, path, body]) => {
      const headers = { 'x-stagecraft': '1', 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`/api/v1${path}`, { method, headers, ...sent });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [method, path, body],
  );

test('a won deal is handed over with what was promised', async () => {
  await api('POST', '/processes', { template: 'b2b-software', language: 'en' });
  await api('POST', '/users', { name: 'Cora Care', email: 'cora@example.com', role: 'rep' });
  const made = await api('POST', '/deals', {
    name: 'Mill, 40 seats',
    account: 'Mill Ltd',
    product: 'GTX Pro',
    value: '4800',
  });
  deal = made.deal.id;
  await api('POST', `/deals/${deal}/people`, { name: 'Eva Kern', role: 'decision-maker' });
  await api('POST', `/deals/${deal}/touchpoints`, {
    kind: 'note',
    side: 'rep',
    attributes: { note: 'Training in May' },
  });
  await page.goto(`/deals/${deal}`);
  await see('Eva Kern has not been met');
  await picture(page, '80-buy-in');
  await api('POST', `/deals/${deal}/move`, { to: 'won', reason: 'Signed on paper' });
  await page.reload();
  await page.getByLabel('Why they bought, in their own words').click();
  await press('Hand over');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Receiver' }).click();
  await page.getByRole('option', { name: 'Cora Care' }).click();
  await form.getByLabel('Training in May').check();
  await picture(page, '81-hand-over', { whole: false });
  await press('Offer it', form);
  await see('It waits for their word.');
  await page.goto('/my-day?owner=*');
  await see('hands this customer over');
  await api('POST', `/deals/${deal}/handover/decision`, { accepted: true });
});

test('the customer confirms the delivery on a phone', async () => {
  await page.goto(`/deals/${deal}`);
  await see('Cora Care looks after this customer');
  await press('It is delivered');
  await press('Make the link');
  link = await page.getByLabel('Send them this link').inputValue();
  assert.match(link, /\/delivery#token=[0-9a-f]{64}$/);
  await press('Done');
  phone = await strangersPhone(server, window);
  await phone.goto(link);
  await see('Has everything arrived?', phone);
  assert.equal(await phone.getByText('Stagecraft').count(), 0, 'nothing of the program is shown');
  await accessible(phone, 'the delivery');
  await press('It arrived', phone);
  await phone.getByLabel('Your name').fill('Eva Kern');
  await picture(phone, '82-delivery');
  await press('Send my answer', phone);
  await see('All of it is confirmed.', phone);
});

test('the value is reviewed, and more comes from it', async () => {
  await page.goto(`/deals/${deal}`);
  await see(/Eva Kern on their page/);
  await press('Write down a review');
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'What they wanted to achieve' }).fill('Less scrap');
  await form.getByRole('textbox', { name: 'Now' }).fill('7');
  await form.getByLabel('Yes').check();
  await press('Save', form);
  await see('The review is written down.');
  await press('New deal for this customer');
  await page.getByRole('dialog').getByLabel('Name').fill('Mill, second line');
  await press('Add', page.getByRole('dialog'));
  await press('They named somebody');
  await page.getByRole('dialog').getByLabel('Who was named').fill('Nora Next');
  await press('Write it down', page.getByRole('dialog'));
  await see('Nora Next');
  await page.reload();
  await picture(page, '83-customer');
  await accessible(page, 'the deal of a customer');
  await page.getByRole('link', { name: 'Mill, second line' }).click();
  await see('This deal is the upsell of');
  await page.goto('/customers');
  await page.getByRole('searchbox').fill('mill ltd');
  await see('1 customer of 1 won deal.');
  await picture(page, '84-customers');
  await accessible(page, 'the customers');
});
