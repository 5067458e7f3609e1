// Interviews: a manager without any data remembers a deal, makes a link, and a rep answers it on a phone, part of it
// without a connection.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { end, introduce, open, picture, start, strangersPhone } from './stage.mjs';

let server;
let window;
let page;
let phone;
let link;

before(async () => {
  server = await start();
  window = await open(server.address);
  page = window.page;
});

after(() => end(server, window));

const see = (text, on = page) => on.getByText(text).first().waitFor();
const press = (name, on = page) => on.getByRole('button', { name }).first().click();
const tap = (name) => phone.getByText(name, { exact: true }).first().click();
const next = () => press('Next', phone);

test('the second door leads to a deal that one remembers', async () => {
  await introduce(page);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Tell about a deal' }).click();
  await page.getByLabel('What you call it').fill('Alpha roll-out');
  await page.getByLabel('Who they are').fill('Alpha AG');
  await page.getByLabel('Began about').fill('2025-03');
  await page.getByLabel('Closed about').fill('2025-05');
  await page.getByLabel('Whose deal it was').fill('Anna');
  await picture(page, '30-remember', { whole: false });
  await press('Add the deal');
  await see('won, as most: 61 days');
  await press('Add a deal you remember');
  await page.getByLabel('What you call it').fill('Beta pilot');
  await page.getByText('Lost', { exact: true }).click();
  await page.getByLabel('Whose deal it was').fill('Anna');
  await press('Add the deal');
  await see('Beta pilot');
  await picture(page, '31-interviews-choose');
});

test('one link a rep', async () => {
  await press('Make the link');
  link = await page.getByLabel('Link for Anna').inputValue();
  assert.match(link, /\/interview#[0-9a-f]{64}$/);
  const mail = await page.getByRole('link', { name: 'Write an e-mail' }).getAttribute('href');
  assert.ok(decodeURIComponent(mail).includes(link));
  await see('Not opened yet');
  await picture(page, '32-interviews-link');
});

test('a rep answers on a phone without signing in', async () => {
  phone = await strangersPhone(server, window);
  await phone.goto(link);
  await see('Hello Anna', phone);
  await phonePicture('33-interview-hello');
  await press('Begin', phone);
  await phone.getByLabel('Name').fill('Eva Kern');
  await tap('Decision maker');
  await see('Saved', phone);
  await phonePicture('34-interview-people');
  await next();
  await tap('The prospect came to us');
  await tap('E-mail');
  await next();
  await tap('It took too much time');
  await phone.getByLabel('In your own words').fill('Lists by hand');
  await phonePicture('35-interview-pain');
  await next();
  await press('I don’t remember', phone);
  await tap('A demonstration');
  await press('Back', phone);
  await see('You said: I don’t remember.', phone);
  await next();
  await see('Saved', phone);
});

test('what is answered without a connection is kept, said, and sent later', async () => {
  await next();
  await phone.context().setOffline(true);
  await tap('Slides');
  await see('Not saved yet: no connection', phone);
  await phonePicture('36-interview-offline');
  await phone.context().setOffline(false);
  await phone.evaluate(() => window.dispatchEvent(new Event('online')));
  await see('Saved', phone);
  await next();
  await tap('Too expensive');
  await phone.getByLabel('What answered it?').fill('The savings of a year');
  await phonePicture('37-interview-objections');
  await next();
  await phone.getByLabel('Discount in percent').fill('lots');
  await see('Not saved:', phone);
  await phone.getByLabel('Discount in percent').fill('10');
  await see('Saved', phone);
  await next();
});

test('the same link goes on where one stopped', async () => {
  await phone.goto('about:blank');
  await phone.goto(link);
  await press('Go on', phone);
  await see('Who decided?', phone);
  await tap('A head of department');
  await next();
  await phone.getByLabel('How many').fill('6');
  await next();
  await see('What happened first after the sale?', phone);
  await tap('A kick-off meeting');
  await next();
  await press('Done', phone);
  await see('Thank you', phone);
  await phonePicture('38-interview-thanks');
});

test('the answers stand together and deal by deal', async () => {
  await page.goto('/discover/interviews');
  await see('What is remembered of 1 deal of 1 rep: 1 won.');
  await see('Lists by hand');
  await see('The savings of a year');
  await see('Begun');
  await picture(page, '39-interviews-answers');
  await press('Take back: Pain');
  await see('The answer was taken back.');
  await press('Undo');
  await see('Lists by hand');
});

test('a withdrawn link says so', async () => {
  await press('Withdraw');
  await see('Withdrawn');
  await phone.goto('about:blank');
  await phone.goto(link);
  await see('This link does not work any more', phone);
  await phonePicture('40-interview-over');
});

async function phonePicture(name) {
  await phone.waitForTimeout(300);
  const [inside, whole] = await phone.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
  await phone.screenshot({ path: new URL(`output/${name}.png`, import.meta.url).pathname });
  assert.ok(whole <= inside + 1, `${name} is ${whole} px wide in a window of ${inside}`);
}
