import type { Continuum } from '../concordance/continuum.ts';
import type { Concordance } from '../concordance/concordance.ts';
import type { Voie } from '../formation.ts';
import type { CodeCertification } from '../match-result.ts';
import type { IsoDate } from '../reference-data.ts';
import type { TypeDonnee } from './chiffres.ts';

/** What the figures ask of the concordance graph. */
export type GrapheChiffres = Pick<
  Concordance,
  | 'get'
  | 'possibles'
  | 'continuum'
  | 'continuumMefstat11'
  | 'continuumSise'
  | 'byMefstat11'
  | 'liens'
  | 'duree'
>;

export interface ContexteCodes {
  readonly graphe: GrapheChiffres;
  readonly rentree: IsoDate;
  /**
   * Whether the figures of a predecessor that only Certif Info names may stand for those of a SISE diploma. Off until
   * it has been measured: the column fills irregularly, and links titles that changed their content.
   */
  readonly continuumSise: boolean;
  /** False for the codes as they are given: no other code may then stand for them. */
  readonly continuum: boolean;
}

/** What the figures call a certification by a route: `CFD:…`, the `MEFSTAT11:…` of its last years, `SISE:…`. */
export function codesChiffresOf(
  certification: CodeCertification,
  voie: Voie | null,
  { graphe, rentree }: ContexteCodes,
): readonly CodeCertification[] {
  const known = graphe.get(certification);
  const cfd = known?.cfd ?? null;
  const own =
    cfd === null
      ? [certification]
      : voie === 'scolaire'
        ? graphe.possibles(certification, 'scolaire', rentree).filter((code) => code.startsWith('MEFSTAT11:'))
        : [certification];
  const sise = known?.sise ?? null;
  return sise === null || cfd === null ? own : [...own, `SISE:${sise}`];
}

/** The same by the other route: InserJeunes sometimes files the pupils of both under one. */
export function codesInverses(
  certification: CodeCertification,
  voie: Voie | null,
  contexte: ContexteCodes,
): readonly CodeCertification[] {
  if (contexte.graphe.get(certification)?.cfd === null) return [];
  return codesChiffresOf(certification, voie === 'scolaire' ? 'apprentissage' : 'scolaire', contexte).filter(
    (code) => !code.startsWith('SISE:'),
  );
}

export interface CodeVoisin {
  readonly code: CodeCertification;
  readonly type: Exclude<TypeDonnee, 'self'>;
}

/** Codes whose figures may stand for those of a code, nearest first on each side, the predecessors before. */
export function voisinsOf(code: CodeCertification, contexte: ContexteCodes): readonly CodeVoisin[] {
  const { graphe, continuumSise } = contexte;
  if (!contexte.continuum) return [];
  const [prefix = '', value = ''] = code.split(':');
  const { anciens, nouveaux } = continuumOf(prefix, value, graphe, continuumSise);
  const named = (value: string): CodeCertification => `${prefix}:${value}` as CodeCertification;
  return [
    ...anciens.map((ancien) => ({ code: named(ancien), type: 'ancienne' as const })),
    ...nouveaux.map((nouveau) => ({ code: named(nouveau), type: 'nouvelle' as const })),
  ];
}

function continuumOf(prefix: string, value: string, graphe: GrapheChiffres, sise: boolean): Continuum {
  if (prefix === 'CFD') return graphe.continuum(value);
  if (prefix === 'MEFSTAT11') return graphe.continuumMefstat11(value);
  return sise ? graphe.continuumSise(value) : { anciens: [], nouveaux: [] };
}
