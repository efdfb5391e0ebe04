import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Page } from '../database/list-page.ts';

/**
 * What became of a formation between two runs of its campaign. `gagnee` and `perdue`: it is matched in one only;
 * `changee`: matched in both, to another certification; `deplacee`: matched in neither, but no longer doubtful or no
 * longer without answer.
 */
export const GENRES_ECART = ['gagnee', 'perdue', 'changee', 'deplacee', 'identique'] as const;
export type GenreEcart = (typeof GENRES_ECART)[number];

export interface EcartExecution {
  readonly id: string;
  readonly identifiant: string;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly genre: GenreEcart;
  readonly avant: ResultatCompare;
  readonly apres: ResultatCompare;
}

/** The machine's answer in one run, before any human decision; `statut` is null where the run had no answer. */
export interface ResultatCompare {
  readonly statut: string | null;
  readonly codeCertification: string | null;
  readonly libelle: string | null;
  readonly confiance: number | null;
}

export interface Transition {
  readonly avant: string | null;
  readonly apres: string | null;
  readonly n: number;
}

const resultat = (alias: string) => `jsonb_build_object('statut', ${alias}.statut,
  'codeCertification', ${alias}.code_certification, 'libelle', ${alias}.resultat#>>'{candidats,0,libelle}',
  'confiance', ${alias}.confiance)`;

/** $1: the run before, $2: the run after. Both are of one campaign. */
const ECARTS = `SELECT f.id, f.rang, f.identifiant, f.libelle, f.specialite,
    ${resultat('a')} AS avant, ${resultat('b')} AS apres, a.statut AS statut_avant, b.statut AS statut_apres,
    CASE
      WHEN a.statut = 'apparie' AND b.statut = 'apparie'
        THEN CASE WHEN a.code_certification = b.code_certification THEN 'identique' ELSE 'changee' END
      WHEN b.statut = 'apparie' THEN 'gagnee'
      WHEN a.statut = 'apparie' THEN 'perdue'
      WHEN a.statut IS DISTINCT FROM b.statut THEN 'deplacee'
      ELSE 'identique'
    END AS genre
  FROM execution e JOIN formation f ON f.campagne_id = e.campagne_id
  LEFT JOIN appariement a ON a.execution_id = $1::uuid AND a.signature_id = f.signature_id
  LEFT JOIN appariement b ON b.execution_id = $2::uuid AND b.signature_id = f.signature_id
  WHERE e.id = $2::uuid`;

/** Reads what two ended runs of a campaign answered differently. Ended runs never change: nor does the answer. */
@Injectable()
export class ComparaisonExecutionsQuery {
  constructor(private readonly dataSource: DataSource) {}

  async count(avant: string, apres: string): Promise<Record<GenreEcart, number>> {
    const rows: { genre: GenreEcart; n: number }[] = await this.dataSource.query(
      `SELECT genre, count(*)::int AS n FROM (${ECARTS}) ecart GROUP BY genre`,
      [avant, apres],
    );
    const zero = { gagnee: 0, perdue: 0, changee: 0, deplacee: 0, identique: 0 };
    return rows.reduce((counts, { genre, n }) => ({ ...counts, [genre]: n }), zero);
  }

  /** How many formations went from each outcome to each other; the most frequent first. */
  async transitions(avant: string, apres: string): Promise<Transition[]> {
    return this.dataSource.query(
      `SELECT statut_avant AS avant, statut_apres AS apres, count(*)::int AS n FROM (${ECARTS}) ecart
       GROUP BY statut_avant, statut_apres ORDER BY n DESC, avant NULLS LAST, apres NULLS LAST`,
      [avant, apres],
    );
  }

  /** A page of the formations that differ, in the order of the catalogue. */
  async list(
    { avant, apres }: { avant: string; apres: string },
    { perPage, offset, genre }: { perPage: number; offset: number; genre?: GenreEcart | undefined },
  ): Promise<Page<EcartExecution>> {
    const rows: { data: EcartExecution[] | null; total: number }[] = await this.dataSource.query(
      `WITH ecart AS MATERIALIZED (SELECT * FROM (${ECARTS}) tout
         WHERE genre <> 'identique' AND ($3::text IS NULL OR genre = $3))
       SELECT (SELECT count(*)::int FROM ecart) AS total,
         (SELECT jsonb_agg(jsonb_build_object('id', page.id::text, 'identifiant', identifiant,
            'libelle', libelle, 'specialite', specialite, 'genre', genre, 'avant', avant, 'apres', apres)
            ORDER BY rang)
          FROM (SELECT * FROM ecart ORDER BY rang LIMIT $4 OFFSET $5) page) AS data`,
      [avant, apres, genre ?? null, perPage, offset],
    );
    return { data: rows[0]?.data ?? [], total: rows[0]?.total ?? 0 };
  }
}
