import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JugementExporte } from '#matching';

/** Signatures read at a time: an export never holds them all. */
const PAGE = 2_000;

/** Reads what people judged as learning and measuring want it: no name, no identifier of this base. */
@Injectable()
export class JugementsExportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Judgements in force and blind readings, in the order of the signatures' keys, so that the same judgements give
   * the same file. A decision taken for a whole band on the word of a sample is left out: nobody read that item.
   */
  async *all(): AsyncGenerator<JugementExporte> {
    for (let after: string | null = ''; after !== null;) {
      const rows: (JugementExporte & { readonly cle: string })[] = await this.dataSource.query(
        `WITH page AS (
           SELECT DISTINCT s.id, s.cle COLLATE "C" AS cle FROM etiquette_humaine h
           JOIN signature s ON s.id = h.signature_id
           WHERE h.origine <> 'echantillon' AND s.cle COLLATE "C" > $1 ORDER BY 2 LIMIT ${PAGE})
         SELECT page.cle, 1 AS version, s.contenu ->> 'plateforme' AS plateforme,
           s.contenu ->> 'libelle' AS libelle, s.contenu ->> 'specialite' AS specialite,
           s.contenu ->> 'typeDiplome' AS "typeDiplome", s.contenu ->> 'voie' AS voie,
           s.contenu -> 'codes' AS codes, e.rentree::text AS rentree, h.verdict,
           h.code_certification AS "codeCertification",
           substring(h.code_certification FROM '^CFD:(.*)$') AS cfd, h.motif, h.modele,
           CASE WHEN h.origine IN ('audit', 'controle') THEN h.origine ELSE 'revue' END AS origine,
           to_char(h.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date
         FROM page
         JOIN signature s ON s.id = page.id
         JOIN etiquette_humaine h ON h.signature_id = page.id AND h.origine <> 'echantillon'
         JOIN execution e ON e.id = h.execution_id
         ORDER BY page.cle, h.created_at, h.origine, h.verdict, h.code_certification`,
        [after],
      );
      after = rows.at(-1)?.cle ?? null;
      for (const { cle: _cle, ...jugement } of rows) yield jugement;
    }
  }
}
