// Lets node run the TypeScript of this repository as it is, for the tools of this folder only.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const DOORS = {
  '#matching': new URL('../../libs/matching/index.ts', import.meta.url).href,
  '#sources': new URL('../../libs/sources/index.ts', import.meta.url).href,
};

export function resolve(specifier, context, next) {
  const door = DOORS[specifier];
  return door === undefined ? next(specifier, context) : { url: door, shortCircuit: true };
}

export function load(url, context, next) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
