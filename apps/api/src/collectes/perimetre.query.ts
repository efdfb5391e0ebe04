import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Tables whose rows name the establishments of an offer. */
const OFFRE = [
  'parcoursup',
  'affelnet',
  'apprentissage',
  'generique',
  'parcoursup_filiere',
  'affelnet_offre',
];

/** A snapshot in service: the samples only as long as nothing real is there. */
const EN_SERVICE = `SELECT id, table_id FROM instantane i WHERE statut = 'utilisable'
  AND exemple = NOT EXISTS (SELECT 1 FROM instantane r WHERE r.table_id = i.table_id AND r.statut = 'utilisable'
    AND NOT r.exemple)`;

/** Which establishments a source that answers one at a time is to be asked about. */
@Injectable()
export class PerimetreQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** UAI of the catalogues; where there are none, the open ones of the repertory (ACCE). In order, each once. */
  async uais(): Promise<string[]> {
    const offered = await this.distinct(
      `SELECT DISTINCT contenu->>'uai' AS code FROM instantane_ligne JOIN (${EN_SERVICE}) s ON s.id = instantane_id
       WHERE table_id = ANY($1)`,
      [OFFRE],
    );
    if (offered.length > 0) return offered;
    return this.distinct(
      `SELECT DISTINCT contenu->>'uai' AS code FROM instantane_ligne JOIN (${EN_SERVICE}) s ON s.id = instantane_id
       WHERE table_id = 'acce_uai' AND contenu->>'dateFermeture' IS NULL`,
      [],
    );
  }

  /** SIRET of the catalogues: of the place, and of who trains and who manages. In order, each once. */
  async sirets(): Promise<string[]> {
    return this.distinct(
      `SELECT DISTINCT code FROM instantane_ligne JOIN (${EN_SERVICE}) s ON s.id = instantane_id,
         unnest(ARRAY[contenu->>'siret', contenu->>'siretFormateur', contenu->>'siretGestionnaire']) AS code
       WHERE table_id = ANY($1)`,
      [[...OFFRE, 'catalogue_apprentissage']],
    );
  }

  private async distinct(sql: string, parameters: readonly unknown[]): Promise<string[]> {
    const rows: { code: string | null }[] = await this.dataSource.query(sql, [...parameters]);
    return rows
      .flatMap(({ code }) => (code === null || code === '' ? [] : [code]))
      .sort((a, b) => (a < b ? -1 : 1));
  }
}
