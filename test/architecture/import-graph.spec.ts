import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');

/** `import type` and `export type` vanish at run time: a circle of types is no circle of modules. */
const IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm;

function sources(folder: string): string[] {
  const root = join(ROOT, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(spec|int-spec|e2e-spec)\.tsx?$/.test(file))
    .map((file) => join(root, file));
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((found) => join(dirname(file), found[1] ?? ''));
}

function importGraph(): Map<string, string[]> {
  const files = [...sources('libs'), ...sources('apps/api/src'), ...sources('apps/admin/src')];
  return new Map(files.map((file) => [file, importsOf(file)]));
}

/** Every circle found, each as the path that closes it. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'closed'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'closed') return;
    const here = [...path, file];
    if (state.get(file) === 'open') {
      found.push(here.slice(here.indexOf(file)).map(short).join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const target of graph.get(file) ?? []) if (graph.has(target)) visit(target, here);
    state.set(file, 'closed');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

const short = (file: string): string => relative(ROOT, file).split(sep).join('/');

describe('the import graph', () => {
  const graph = importGraph();

  it('finds a circle where there is one', () => {
    const made = new Map([
      [join(ROOT, 'a.ts'), [join(ROOT, 'b.ts')]],
      [join(ROOT, 'b.ts'), [join(ROOT, 'c.ts')]],
      [join(ROOT, 'c.ts'), [join(ROOT, 'a.ts')]],
    ]);
    expect(circles(made)).toEqual(['a.ts → b.ts → c.ts → a.ts']);
  });

  it('has no circle', () => {
    expect(graph.size).toBeGreaterThan(20);
    expect(circles(graph)).toEqual([]);
  });

  it('leads to files that exist', () => {
    const lost = [...graph].flatMap(([file, targets]) =>
      targets.filter((target) => !existsSync(target)).map((target) => `${short(file)} → ${short(target)}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no drawer of odds and ends, and no barrel but the doors of the libraries', () => {
    const names = [...graph.keys()].map(short);
    expect(names.filter((name) => /(^|\/)(utils|helpers|misc|types|common)\.tsx?$/.test(name))).toEqual([]);
    const barrels = names.filter((name) => /(^|\/)index\.ts$/.test(name) && !name.startsWith('apps/admin/'));
    expect(barrels.filter((name) => !/^libs\/[^/]+\/index\.ts$/.test(name))).toEqual([]);
  });
});
