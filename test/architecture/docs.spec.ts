import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VARIABLES } from '../../apps/api/src/config/env.schema.ts';
import { formationExporteeSchema, VERSION_EXPORT } from '../../apps/api/src/exports/formation-exportee.ts';
import { jobContracts, QUEUE_NAMES } from '../../apps/api/src/queues/job-contracts.ts';
import { MOTIFS } from '../../libs/matching/match-result.ts';
import { CONNECTORS, TABLES } from '../../libs/sources/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The README and what stands directly in docs/. */
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The rows of a page's tables whose first cell is this code. */
const rowsOf = (page: string, code: string): string[] =>
  page.split('\n').filter((line) => new RegExp(`^\\|[^|]*\`${code}\``).test(line));

const codeBlocks = (page: string): string[] =>
  [...page.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block]) => block ?? '');

/** What a page says in prose: links inside a code block are not links. */
const prose = (page: string): string => page.replace(/^```[\s\S]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

const linksOf = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

const MIGRATIONS = 'apps/api/src/database/migrations';
const COLUMN =
  /^\s+(?:ADD COLUMN )?(\w+) (?:uuid|text|char|bigint|integer|boolean|timestamptz|jsonb|date|double)\b/gm;

/** What a migration makes or changes on its way up, table by table. */
const statementsOf = (file: string): [table: string, body: string][] => {
  const up = read(file)
    .replace(/^const DOWN\b[^]*/m, '')
    .replace(/^ {2}async down[^]*?^ {2}\}$/m, '');
  return [...up.matchAll(/(?:CREATE|ALTER) TABLE (\w+)([^`]*)`/g)].map(([, table = '', body = '']) => [
    table,
    body,
  ]);
};
/** The columns that all of them leave. */
const columnsOf = (files: readonly string[]): [table: string, column: string][] => {
  const statements = files.flatMap(statementsOf);
  const named = (pattern: RegExp): [table: string, column: string][] =>
    statements.flatMap(([table, body]) =>
      [...body.matchAll(pattern)].map(([, column = '']): [string, string] => [table, column]),
    );
  const dropped = new Set(named(/DROP COLUMN (\w+)/g).map(String));
  return named(COLUMN).filter((column) => !dropped.has(String(column)));
};

describe('the documents', () => {
  it.each(QUEUE_NAMES)('docs/jobs.md has a line for the queue %s, with its payload', (queue) => {
    const [row, ...others] = rowsOf(read('docs/jobs.md'), queue);
    expect(others).toEqual([]);
    for (const field of Object.keys(jobContracts[queue].payload.shape)) expect(row).toContain(`\`${field}\``);
    expect(row).toContain(`| ${jobContracts[queue].attempts}, ${jobContracts[queue].backoffMs / 1_000} s`);
  });

  it('mention every command for its users', () => {
    const said = read('README.md') + read('docs/exploitation.md');
    const commands = readdirSync(join(ROOT, 'apps/api/src/cli/commands'))
      .filter((file) => file.endsWith('.command.ts'))
      .map((file) => /nom: '([^']+)'/.exec(read(`apps/api/src/cli/commands/${file}`))?.[1] ?? file);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => !said.includes(`\`${command}\``))).toEqual([]);
  });

  it('lead to files that exist', () => {
    const broken = PAGES.flatMap((file) =>
      linksOf(read(file))
        .filter((link) => !link.startsWith('#'))
        .filter((link) => !existsSync(join(ROOT, dirname(file), link.split('#')[0] ?? '')))
        .map((link) => `${file} → ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('lead to headings that exist', () => {
    const broken = PAGES.flatMap((file) =>
      linksOf(read(file))
        .map((link) => [link, ...link.split('#')] as const)
        .filter(([, path = '', anchor]) => {
          const target = path === '' ? file : join(dirname(file), path);
          if (anchor === undefined || !existsSync(join(ROOT, target))) return false;
          return !anchorsOf(read(target)).includes(anchor);
        })
        .map(([link]) => `${file} → ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it.each(Object.keys(VARIABLES))('docs/exploitation.md explains the variable %s', (name) => {
    expect(rowsOf(read('docs/exploitation.md'), name)).toHaveLength(1);
  });

  it.each(Object.keys(formationExporteeSchema.shape))('docs/export.md explains the field %s', (field) => {
    expect(rowsOf(read('docs/export.md'), field)).not.toEqual([]);
  });

  it.each(Object.keys(formationExporteeSchema.shape.codes.element.shape))(
    'docs/export.md explains the field %s of codes',
    (field) => {
      expect(rowsOf(read('docs/export.md'), field)).not.toEqual([]);
    },
  );

  it.each(MOTIFS)('docs/export.md explains the reason %s', (motif) => {
    expect(rowsOf(read('docs/export.md'), motif)).toHaveLength(1);
  });

  it('name the version of the export format', () => {
    expect(read('docs/export.md')).toContain(`**${VERSION_EXPORT}**`);
  });

  it('name every table that can be read', () => {
    const sources = read('docs/sources.md');
    expect(TABLES.map(({ id }) => id).filter((id) => !sources.includes(`\`${id}\``))).toEqual([]);
  });

  it('name every connector, with its credentials and its settings', () => {
    const sources = read('docs/sources.md');
    const names = CONNECTORS.flatMap(({ id, identifiants, reglages }) => [
      id,
      ...[...identifiants, ...reglages].map(({ nom }) => nom),
    ]);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !sources.includes(`\`${name}\``))).toEqual([]);
  });

  it('name every reason for refusing a line', () => {
    const sources = read('docs/sources.md');
    const motifs = readdirSync(join(ROOT, 'libs/sources'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?!.*\.spec\.|core\/http\/).*\.ts$/.test(file))
      .flatMap((file) => read(join('libs/sources', file)).split('\n'))
      .filter((line) => line.includes('motif'))
      .flatMap((line) => [...line.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, motif = '']) => motif));
    expect(motifs).toContain('UAI_INVALIDE');
    expect([...new Set(motifs)].filter((motif) => rowsOf(sources, motif).length !== 1)).toEqual([]);
  });

  it('have a section for every table of the database, and a line for every column', () => {
    const sections = new Map(
      read('docs/dictionnaire.md')
        .split(/^### /m)
        .map((section) => [/^\w+/.exec(section)?.[0], section]),
    );
    const columns = columnsOf(readdirSync(join(ROOT, MIGRATIONS)).map((file) => join(MIGRATIONS, file)));
    expect(new Set(columns.map(([table]) => table)).size).toBeGreaterThanOrEqual(16);
    const missing = columns.filter(
      ([table, column]) => sections.get(table)?.includes(`\`${column}\``) !== true,
    );
    expect(missing).toEqual([]);
  });

  it('give the test command in a code block of the README, which is read in two minutes', () => {
    const readme = read('README.md');
    expect(codeBlocks(readme).some((block) => /^npm test\b/m.test(block))).toBe(true);
    expect(codeBlocks(readme).some((block) => /^npm start\b/m.test(block))).toBe(true);
    expect(readme.split('\n').length).toBeLessThanOrEqual(91);
  });
});
