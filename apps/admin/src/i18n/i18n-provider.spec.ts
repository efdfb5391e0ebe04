import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import englishMessages from 'ra-language-english';
import { MOTIFS_AUCUNE } from '../contract/formation.ts';
import { MOTIFS } from '../formations/motifs.ts';
import { i18nProvider, messages } from './i18n-provider.ts';

const SRC = resolve(__dirname, '..');

const flatten = (value: unknown, prefix = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key))
    : [prefix];

const keys = new Set(flatten(messages));

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.') ? [readFileSync(path, 'utf8')] : [];
  });
const code = sources(SRC);

describe('French messages', () => {
  it('hold every key of react-admin', () => {
    expect(flatten(englishMessages).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('hold every key written in full in the pages', () => {
    const used = code.flatMap((text) =>
      [...text.matchAll(/['"`]((?:concordance|resources|ra)\.[\w.-]+)['"`]/g)].map((match) => match[1] ?? ''),
    );
    expect(used.length).toBeGreaterThan(80);
    expect([...new Set(used)].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('hold the beginning of every key that a page completes', () => {
    const begun = code.flatMap((text) =>
      [...text.matchAll(/`((?:concordance|resources)\.[\w.]+)\.\$\{/g)].map((match) => match[1] ?? ''),
    );
    const missing = begun.filter((start) => ![...keys].some((key) => key.startsWith(`${start}.`)));
    expect(missing).toEqual([]);
  });

  it('name the columns and the fields of every resource', () => {
    const names = Object.keys((messages as unknown as { resources: object }).resources);
    const sourcesUsed = code.flatMap((text) => {
      const resource = /reference="lignes-refusees"/.test(text) ? 'lignes-refusees' : null;
      return resource ? [] : [...text.matchAll(/\bsource="(\w+)"/g)].map((match) => match[1] ?? '');
    });
    const missing = [...new Set(sourcesUsed)].filter(
      (source) => !names.some((name) => keys.has(`resources.${name}.fields.${source}`)),
    );
    expect(missing).toEqual([]);
  });

  it('say every reason code of the engine, and every reason for « aucune »', () => {
    expect(MOTIFS.filter((motif) => !keys.has(`concordance.valeurs.motif.${motif}`))).toEqual([]);
    expect(MOTIFS_AUCUNE.filter((motif) => !keys.has(`concordance.valeurs.motifAucune.${motif}`))).toEqual(
      [],
    );
  });

  it('count in French', () => {
    const say = (n: number) => i18nProvider.translate('concordance.revue.nbFormations', { smart_count: n });
    expect(say(1)).toBe('×1 formation touchée');
    expect(say(87)).toBe('×87 formations touchées');
  });
});
