// Writes src/api/schema.d.ts from openapi.json; with --check it only says whether that file is current.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

/** The client's base address; paths are written without it. */
const BASE = '/api/v1';

const target = new URL('../src/api/schema.d.ts', import.meta.url);
const head = '// Generated from openapi.json by `npm run api`. Do not edit.\n\n';
const document = JSON.parse(await readFile(new URL('../openapi.json', import.meta.url), 'utf8'));
const fresh = head + astToString(await openapi(below(document), { alphabetize: true }));

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

/** The document with paths below the base, and operations known by path and method rather than by name. */
function below(document) {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    for (const operation of Object.values(item)) delete operation.operationId;
    return [path.replace(new RegExp(`^${BASE}`), ''), item];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
