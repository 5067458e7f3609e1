// Closing: a quote is written from the catalogue with a discount, sent by link, and a stranger reads it on a phone, asks,
// and accepts it; the deal then has its negotiated price.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, end, open, picture, start, strangersPhone } from './stage.mjs';

const LINES = 'What is offered';

let server;
let window;
let page;
let phone;
let link;

before(async () => {
  server = await start(['demo']);
  window = await open(server.address);
  page = window.page;
});

after(() => end(server, window));

const see = (text, on = page) => on.getByText(text).first().waitFor();
const press = (name, on = page) => on.getByRole('button', { name, exact: true }).first().click();

test('the catalogue has what the products file names', async () => {
  await page.goto(server.link);
  await page.waitForURL(/\/discover/);
  await page.goto('/settings/prices');
  await see('products that quotes are written from.');
  await page.getByRole('button', { name: 'Edit GTX Pro', exact: true }).click();
  await see('It comes from a products file.');
  await page.getByRole('dialog').getByLabel('Currency').fill('USD');
  await page.getByLabel('Tax (%)').fill('19');
  await press('Save', page.getByRole('dialog'));
  await see('GTX Pro is in the catalogue.');
  await picture(page, '70-catalogue');
});

test('a quote with a discount of 5 %', async () => {
  await page.goto('/deals?outcome=open');
  await page.locator('a[href*="/deals/"], [role="row"][tabindex]').first().waitFor();
  const { deals } = await page.evaluate(() => fetch('/api/v1/deals?outcome=open&limit=1').then((r) => r.json()));
  await page.goto(`/deals/${deals[0].id}`);
  await press('Write a quote');
  const form = page.getByRole('dialog');
  const product = form.getByRole('combobox', { name: 'Product' });
  await product.fill('gtx pro');
  await page.getByRole('option', { name: /^GTX Pro/ }).click();
  await form.getByLabel('Quantity').fill('0');
  await press('Save', form);
  await see('Quantity must be above 0, not 0', form);
  await form.getByLabel('Quantity').fill('2');
  await form.getByRole('textbox', { name: 'Discount', exact: true }).fill('5');
  await form.getByLabel('Terms').fill('Payable within 30 days.');
  await see('5\u00a0% off the list price', form);
  await picture(page, '71-quote-write', { whole: false });
  await press('Save', form);
  await see('Draft');
  await see('5\u00a0% off the list price');
});

test('it is sent by a link that is shown once', async () => {
  await press('Send');
  link = await page.getByLabel('Link for the prospect').inputValue();
  assert.match(link, /\/quote#token=[0-9a-f]{64}$/);
  await press('Done');
  await see('With the prospect');
});

test('a stranger reads it on a phone and asks', async () => {
  phone = await strangersPhone(server, window);
  await phone.goto(link);
  await see('Payable within 30 days.', phone);
  assert.equal(await phone.getByText('Stagecraft').count(), 0, 'nothing of the program is shown');
  await picture(phone, '72-quote-read');
  await accessible(phone, 'the quote');
  await press('Ask a question', phone);
  await phone.getByLabel('Your name').fill('Eva Kern');
  await phone.getByLabel('Your question').fill('Is delivery included?');
  await press('Send the question', phone);
  await see('Your question is sent.', phone);
});

test('the rep answers on the deal', async () => {
  await page.reload();
  await see('The prospect asked something');
  await page.getByLabel('Your answer').fill('Yes, it is.');
  await picture(page, '73-quote-asked');
  await press('Answer');
  await see('The prospect opened it');
});

test('the stranger accepts with a name', async () => {
  await phone.reload();
  await see('Yes, it is.', phone);
  await press('Accept the offer', phone);
  await phone.getByLabel('Your name').fill('Eva Kern');
  const go = phone.getByRole('button', { name: /^Accept for/ });
  assert.equal(await go.isDisabled(), true, 'the tick is needed');
  await phone.getByLabel('I may accept this for my company.').check();
  await phone.screenshot({ path: new URL('output/74-quote-accept.png', import.meta.url).pathname, fullPage: true });
  await go.click();
  await see(/^Accepted by Eva Kern on/, phone);
  await picture(phone, '75-quote-accepted');
  await phone.emulateMedia({ media: 'print' });
  await phone.screenshot({ path: new URL('output/76-quote-print.png', import.meta.url).pathname, fullPage: true });
});

test('the deal has its negotiated price and tells who accepted', async () => {
  await page.reload();
  await see(/Eva Kern accepted it on/);
  const price = page.getByRole('listitem').filter({ hasText: 'Negotiated price' });
  const net = (2 * 4821 * 0.95).toLocaleString('en', { minimumFractionDigits: 2 });
  await price.filter({ hasText: net }).first().waitFor();
  await page.getByText('Lines and what happened').click();
  await see('Eva Kern accepted version 1');
  await page.getByRole('table', { name: LINES }).waitFor();
  await picture(page, '77-quote-deal');
  await accessible(page, 'the deal with its quote');
});

test('a quote that is withdrawn is gone for the stranger', async () => {
  await press('Write a quote');
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Product' }).fill('gtx pro');
  await page.getByRole('option', { name: /^GTX Pro/ }).click();
  await press('Save', form);
  await press('Send');
  const other = await page.getByLabel('Link for the prospect').inputValue();
  await press('Done');
  await press('Withdraw');
  await page.getByLabel('Why').fill('Written by mistake');
  await press('Withdraw it');
  await see('It is off the table.');
  await phone.goto('about:blank');
  await phone.goto(other);
  await see('This link does not work any more', phone);
});
