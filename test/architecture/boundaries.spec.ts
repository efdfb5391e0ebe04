import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const API = 'apps/api/src';

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
}

/** What each rule of the house must refuse: rule, file, code. */
const REFUSED: readonly [expected: string, file: string, code: string][] = [
  ['matching-pure', 'libs/matching/x.ts', "import { readFileSync } from 'node:fs';"],
  ['matching-pure', 'libs/matching/labels/x.ts', "export { readCsv } from '../../sources/core/csv.ts';"],
  ['matching-pure', 'libs/matching/x.ts', "import { Injectable } from '@nestjs/common';"],
  ['matching-pure', 'libs/matching/x.ts', "export const load = () => import('zod');"],
  ['matching-pure', 'libs/matching/x.ts', "export type Row = import('#sources').Row;"],
  ['no-restricted-globals', 'libs/matching/x.ts', "export const debug = process.env['DEBUG'];"],
  ['no-restricted-globals', 'libs/matching/x.ts', "export const page = fetch('https://example.org');"],
  ['no-restricted-syntax', 'libs/matching/x.ts', 'export const today = new Date();'],
  ['no-restricted-syntax', 'libs/matching/x.ts', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'libs/matching/x.ts', 'export const dice = Math.random();'],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import { Injectable } from '@nestjs/common';"],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import { DataSource } from 'typeorm';"],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import pg from 'pg';"],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import { Queue } from 'bullmq';"],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import { match } from '#matching';"],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import { match } from '../../matching/index.ts';"],
  ['sources-alone', 'libs/sources/bcn/x.ts', "import { x } from '../../../apps/api/src/common/x.ts';"],
  ['no-restricted-properties', 'libs/sources/bcn/x.ts', "export const key = process.env['KEY'];"],
  ['admin-alone', 'apps/admin/src/x.ts', "import { match } from '#matching';"],
  ['admin-alone', 'apps/admin/src/x.ts', "import { x } from '../../api/src/common/x.ts';"],
  ['admin-alone', 'apps/admin/src/x.tsx', "import { readFileSync } from 'node:fs';"],
  [
    'libs-by-their-door',
    `${API}/imports/x.ts`,
    "import { x } from '../../../../libs/matching/formation.ts';",
  ],
  ['api-without-admin', `${API}/x.ts`, "import { x } from '../../admin/src/x.ts';"],
  ['bullmq-in-queues', `${API}/imports/x.use-case.ts`, "import { Queue } from 'bullmq';"],
  ['bullmq-in-queues', `${API}/sante/x.ts`, "import Redis from 'ioredis';"],
  ['typeorm-in-repositories', `${API}/review/x.controller.ts`, "import { DataSource } from 'typeorm';"],
  ['typeorm-in-repositories', `${API}/review/x.use-case.ts`, "import type { Repository } from 'typeorm';"],
  ['typeorm-in-repositories', `${API}/review/x.use-case.ts`, "import { EntityManager } from 'typeorm';"],
  ['pg-in-repositories', `${API}/imports/x.use-case.ts`, "import pg from 'pg';"],
  ['pg-in-repositories', `${API}/imports/x.controller.ts`, "import { from } from 'pg-copy-streams';"],
  ['http-in-controllers', `${API}/exports/x.use-case.ts`, "import type { Response } from 'express';"],
  ['feature-order', `${API}/imports/x.ts`, "import { x } from '../referentiels/x.ts';"],
  ['feature-order', `${API}/referentiels/x.ts`, "import { x } from '../campagnes/x.ts';"],
  ['feature-order', `${API}/campagnes/x.ts`, "import { x } from '../appariements/x.ts';"],
  ['feature-order', `${API}/appariements/deep/x.ts`, "import { x } from '../../review/x.ts';"],
  ['feature-order', `${API}/review/x.ts`, "import { x } from '../exports/x.ts';"],
  ['foundations-below-features', `${API}/common/x.ts`, "import { x } from '../imports/x.ts';"],
  ['foundations-below-features', `${API}/queues/x.ts`, "import { x } from '../review/x.ts';"],
  ['env-in-config', `${API}/imports/x.ts`, "import { env } from 'node:process';"],
  ['no-restricted-properties', `${API}/imports/x.ts`, "export const port = process.env['PORT'];"],
  [
    'no-restricted-syntax',
    `${API}/review/x.use-case.ts`,
    "import { NotFoundException } from '@nestjs/common';",
  ],
  ['no-restricted-syntax', `${API}/review/x.module.ts`, "import { forwardRef } from '@nestjs/common';"],
  [
    'no-restricted-syntax',
    `${API}/review/x.ts`,
    `export class X { constructor(${'abcdefgh'
      .split('')
      .map((name) => `readonly ${name}: string`)
      .join(', ')}) {} }`,
  ],
  [
    'max-lines',
    `${API}/review/x.ts`,
    Array.from({ length: 301 }, (_, n) => `export const v${String(n)} = ${String(n)};`).join('\n'),
  ],
];

/** What the same rules must let pass. */
const ALLOWED: readonly [file: string, code: string][] = [
  [
    'libs/matching/labels/x.ts',
    "export { distance } from 'fastest-levenshtein';\nexport { parseCfd } from '../codes/cfd.ts';",
  ],
  ['libs/matching/x.spec.ts', "import { expect } from '@jest/globals';\nexpect(new Date(0)).toBeDefined();"],
  [
    'libs/sources/bcn/x.ts',
    "export { parse } from 'csv-parse';\nexport { createReadStream } from 'node:fs';",
  ],
  ['apps/admin/src/x.tsx', "export { Admin } from 'react-admin';\nexport { theme } from './theme/x.ts';"],
  [`${API}/queues/x.ts`, "export { Queue } from 'bullmq';\nexport { Pool } from 'pg';"],
  [`${API}/imports/import-source.processor.ts`, "export type { Job } from 'bullmq';"],
  [`${API}/review/review.repository.ts`, "export { DataSource } from 'typeorm';\nexport { Pool } from 'pg';"],
  [
    `${API}/review/x.use-case.ts`,
    "import type { EntityManager } from 'typeorm';\nexport type M = EntityManager;",
  ],
  [`${API}/exports/x.ts`, "export { a } from '../imports/a.ts';\nexport { b } from '../review/b.ts';"],
  [
    `${API}/review/x.controller.ts`,
    "export { Get } from '@nestjs/common';\nimport { NotFoundException } from '@nestjs/common';\nexport const e = NotFoundException;",
  ],
  [`${API}/config/load-env.ts`, "export const port = process.env['PORT'];"],
  [`${API}/cli/x.ts`, "export { match } from '#matching';\nexport { a } from '../exports/a.ts';"],
];

describe('the boundaries', () => {
  let refused: Message[][];
  let allowed: Message[][];

  beforeAll(() => {
    const snippets = [
      ...REFUSED.map(([, file, code]) => ({ file, code })),
      ...ALLOWED.map(([file, code]) => ({ file, code })),
    ];
    const answer = execFileSync(process.execPath, [join(import.meta.dirname, 'lint-snippets.js')], {
      cwd: ROOT,
      input: JSON.stringify(snippets),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const messages = JSON.parse(answer) as Message[][];
    refused = messages.slice(0, REFUSED.length);
    allowed = messages.slice(REFUSED.length);
  });

  it.each(
    REFUSED.map(([expected, file, code], index) => [expected, file, code.slice(0, 90), index] as const),
  )('%s refuses in %s: %s', (expected, _file, _code, index) => {
    const found = (refused[index] ?? []).map(({ ruleId, message }) =>
      ruleId === 'boundaries/imports' ? message.split(':')[0] : ruleId,
    );
    expect(found).toContain(expected);
  });

  it.each(ALLOWED.map(([file, code], index) => [file, code.split('\n')[0], index] as const))(
    'lets %s have: %s',
    (_file, _code, index) => {
      expect(allowed[index]).toEqual([]);
    },
  );

  it('has a snippet for each row of the table', async () => {
    const table = pathToFileURL(join(ROOT, 'scripts', 'eslint-boundaries.js')).href;
    const { BOUNDARIES } = (await import(table)) as { BOUNDARIES: { name: string }[] };
    const tried = new Set(REFUSED.map(([expected]) => expected));
    expect(BOUNDARIES.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
