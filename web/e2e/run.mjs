// Drives the whole path in a real Chromium against the real program on the demo's data, with a picture of every page at
// 1440 and at 390 pixels kept in e2e/output. Ends with the closing line of node's test runner.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tests = readdirSync(here('.')).filter((name) => name.endsWith('.test.mjs'));
rmSync(here('output'), { recursive: true, force: true });
mkdirSync(here('output'), { recursive: true });
const runner = spawn(process.execPath, ['--test', '--test-concurrency=1', ...tests.map(here)], { stdio: 'inherit' });
runner.on('exit', (code) => process.exit(code ?? 1));
