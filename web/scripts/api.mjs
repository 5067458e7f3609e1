// Writes src/api/schema.d.ts from openapi.json; with --check it only says whether that file is current.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const head = '// Generated from openapi.json by `npm run api`. Do not edit.\n\n';
const fresh = head + astToString(await openapi(source, { alphabetize: true }));

if (process.argv.includes('--check')) {
  const current = await readFile(target, 'utf8').catch(() => '');
  if (current !== fresh) {
    console.error('src/api/schema.d.ts is not what openapi.json gives: run `npm run api` and commit the result.');
    process.exit(1);
  }
  console.log('src/api/schema.d.ts is current.');
} else {
  await writeFile(target, fresh);
}
