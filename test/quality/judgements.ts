import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  labelKey,
  sortJudgements,
  VERSION_JUGEMENTS,
  type JugementExporte,
  type JugementsTries,
} from '#matching';
import { hasGold, readLabels, SETS } from './gold.ts';

const code = z.string().nullable();
const ligne = z.object({
  version: z.literal(VERSION_JUGEMENTS),
  plateforme: z.enum(['parcoursup', 'affelnet', 'apprentissage', 'generique']),
  libelle: z.string().min(1),
  specialite: z.string().nullable(),
  typeDiplome: z.string().nullable(),
  voie: z.enum(['scolaire', 'apprentissage']).nullable(),
  codes: z.object({
    cfd: code,
    mef: code,
    mefstat11: code,
    sise: code,
    rncp: z.array(z.string()),
    ideo: z.array(z.string()),
    cleMe: code,
  }),
  rentree: z.iso.date(),
  verdict: z.enum(['accepte', 'autre', 'aucune']),
  codeCertification: z
    .templateLiteral([z.enum(['CFD', 'MEFSTAT11', 'SISE']), ':', z.string().min(1)])
    .nullable(),
  cfd: code,
  motif: z.string().nullable(),
  modele: z.string(),
  origine: z.enum(['revue', 'audit', 'controle']),
  date: z.iso.date(),
});

/**
 * Reads files written by `concordance exporter-jugements`.
 * @throws Error naming the file and the line that is not a judgement.
 */
export function readJudgements(files: readonly string[]): JugementExporte[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((text, i) => ({ text, numero: i + 1 }))
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, numero }) => readLine(text, `${file}, ligne ${String(numero)}`)),
  );
}

function readLine(text: string, where: string): JugementExporte {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${where} : ce n'est pas du JSON`);
  }
  const read = ligne.safeParse(json);
  if (read.success) return read.data;
  throw new Error(`${where} : ${z.prettifyError(read.error)}`);
}

/**
 * Judgements sorted by use. A label that the gold sets have too bears the key that it has there, so that it stays in
 * the same part of the split: none is learned from in one place and measured in another.
 */
export function sortedJudgements(files: readonly string[]): JugementsTries {
  if (files.length === 0) return { aApprendre: [], aMesurer: [] };
  const goldKeys = new Map<string, string>();
  for (const set of hasGold() ? SETS : [])
    for (const { formation, cle } of readLabels(set)) goldKeys.set(labelKey(formation), cle);
  return sortJudgements(readJudgements(files), (formation) => {
    const key = labelKey(formation);
    return goldKeys.get(key) ?? key;
  });
}

/** Fingerprint of the labelled data and of the judgements learned with them. */
export function withJudgements(empreinte: string, files: readonly string[]): string {
  if (files.length === 0) return empreinte;
  const hash = createHash('sha256').update(empreinte);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
