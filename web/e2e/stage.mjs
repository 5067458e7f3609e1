// The program, a browser, and the few gestures that the tests share.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The demo's files. */
export const MAVEN = ['sales_pipeline', 'accounts', 'products', 'sales_teams'].map((name) =>
  here(`../../demo/maven-crm/${name}.csv`),
);

const WIDTHS = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

/**
 * Starts the program on an empty workspace, or with the demo's data if that is asked for; resolves to its address and,
 * for the demo, the link that signs in.
 */
export async function start(command = ['serve']) {
  const data = mkdtempSync(join(tmpdir(), 'stagecraft-e2e-'));
  const program = spawn(here('../../target/release/stagecraft'), [...command, '--port', '0', '--data', data]);
  const [address, link] = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += String(chunk);
      const found = /http:\/\/\S+/.exec(said);
      const signIn = /http:\/\/\S+\/link#\S+(?=\s)/.exec(said);
      if (found !== null && (command[0] === 'serve' || signIn !== null)) resolve([found[0], signIn?.[0]]);
    };
    program.stderr.on('data', listen);
    program.stdout.on('data', listen);
    program.on('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      program.removeAllListeners('exit');
      program.on('exit', (code) => {
        rmSync(data, { recursive: true, force: true });
        resolve(code);
      });
      program.kill('SIGINT');
    });
  return { address, link, stop };
}

/** A browser window on the program; everything that a page complains about is collected. */
export async function open(address) {
  const browser = await chromium.launch({
    executablePath: process.env.STAGECRAFT_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({ viewport: WIDTHS.wide, baseURL: address, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      complaints.push(message.text());
  });
  return { browser, page, complaints };
}

/** A window in which the owner of a demo is signed in. */
export async function signedIn(server) {
  const window = await open(server.address);
  await window.page.goto(server.link);
  await window.page.waitForURL((url) => !url.pathname.startsWith('/link'));
  return window;
}

/** Asks the API as who is signed in on the page; a refusal is an error. */
export const ask = (page, method, path, body) =>
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

/** A page on the phone of somebody who is not signed in. */
export async function strangersPhone(server, window) {
  const context = await window.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    baseURL: server.address,
    reducedMotion: 'reduce',
  });
  const phone = await context.newPage();
  phone.setDefaultTimeout(15_000);
  return phone;
}

/** Fills in who owns a fresh workspace; Enter goes on. */
export async function introduce(page) {
  await page.goto('/');
  await page.getByLabel('Your name').fill('Olga Owner');
  await page.getByLabel('E-mail').fill('olga@example.com');
  await page.getByLabel('Password').first().fill('a long password');
}

/** Closes the window and ends the program, and insists that both went well. */
export async function end(server, window) {
  await window?.browser.close();
  assert.equal(await server?.stop(), 0, 'Ctrl-C ends the program cleanly');
  assert.deepEqual(window.complaints, []);
}

/** Keeps a picture of the page at both widths, all of it unless told, and insists that nothing sticks out at the side. */
export async function picture(page, name, { whole: fullPage = true } = {}) {
  for (const [width, size] of Object.entries(WIDTHS)) {
    await resized(page, size);
    const [inside, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    await page.screenshot({ path: here(`output/${name}-${width}.png`), fullPage });
    assert.ok(whole <= inside + 1, `${name} is ${whole} px wide in a window of ${inside}`);
  }
  await resized(page, WIDTHS.wide);
}

/** A page lays itself out anew for a moment: a menu opened in it would lose its button, and hide. */
async function resized(page, size) {
  await page.setViewportSize(size);
  await page.waitForTimeout(400);
}

/** Insists that axe finds nothing on the page as it is loaded, in light and in dark: contrast, names, order of headings, and so on. */
export async function accessible(page, name) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.reload({ waitUntil: 'networkidle' });
    await page.evaluate(axe.source);
    const found = await page.evaluate(async (off) => {
      const { violations } = await window.axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        rules: { [off]: { enabled: false } },
      });
      const first = (v) => `${v.nodes[0].html.slice(0, 120)} ${v.nodes[0].failureSummary}`;
      return violations.map((v) => `${v.id}, ${v.nodes.length} times: ${first(v)}`);
    }, WORDS_OF_PICTURES);
    assert.deepEqual(found, [], `${name}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** Takes the words inside a drawing, one under the other, for the words of a link around it. */
const WORDS_OF_PICTURES = 'label-content-name-mismatch';
