import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { TableEtablissements } from './tables-etablissements.ts';

/** Makes the lines of a snapshot ready to be looked up by UAI and by SIRET, once for good. */
@Injectable()
export class PreparationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Prepares those that are not yet; two processes at once do it once. */
  async prepare(instantanes: readonly string[]): Promise<void> {
    const waiting: { id: string; table: TableEtablissements }[] = await this.dataSource.query(
      `SELECT id, table_id AS "table" FROM instantane i WHERE id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT FROM etablissement_preparation p WHERE p.instantane_id = i.id) ORDER BY id`,
      [instantanes],
    );
    for (const { id, table } of waiting) {
      await this.dataSource.transaction(async (manager) => {
        if (await claim(manager, id)) for (const sql of PREPARATION[table]) await manager.query(sql, [id]);
      });
    }
  }
}

/** @returns false when another process has prepared it meanwhile; it waits for that one's transaction. */
async function claim(manager: EntityManager, id: string): Promise<boolean> {
  const claimed: unknown[] = await manager.query(
    `INSERT INTO etablissement_preparation (instantane_id) VALUES ($1)
     ON CONFLICT DO NOTHING RETURNING instantane_id`,
    [id],
  );
  return claimed.length > 0;
}

const FROM = `FROM instantane_ligne WHERE instantane_id = $1`;

const SIRET = `INSERT INTO etablissement_siret (instantane_id, uai, siret, source, role)`;

const RATTACHEMENT = `INSERT INTO etablissement_rattachement
  (instantane_id, mere, fille, type, date_ouverture, date_fermeture)
  SELECT DISTINCT instantane_id, contenu->>'mere', contenu->>'fille', contenu->>'type',
    (contenu->>'dateOuverture')::date, (contenu->>'dateFermeture')::date ${FROM}`;

/** A UAI and a SIRET of the catalogue de l'apprentissage, under one role. */
const role = (name: string, uai: string, siret: string, only = 'true'): string =>
  `${SIRET} SELECT DISTINCT instantane_id, contenu->>'${uai}', contenu->>'${siret}', 'catalogue_apprentissage', '${name}'
   ${FROM} AND contenu->>'${uai}' IS NOT NULL AND contenu->>'${siret}' IS NOT NULL AND ${only}`;

const PREPARATION: Readonly<Record<TableEtablissements, readonly string[]>> = {
  acce_uai: [
    `INSERT INTO etablissement (instantane_id, uai, nom, nature, nature_libelle, etat, tutelle, secteur, contrat,
       siret, siren, commune, code_postal, academie, academie_libelle, departement, date_ouverture, date_fermeture,
       recherche)
     SELECT DISTINCT ON (uai) instantane_id, uai, nom, contenu->>'nature', contenu->>'natureLibelle', contenu->>'etat',
       contenu->>'tutelle', contenu->>'secteur', contenu->>'contrat', contenu->>'siret', contenu->>'siren',
       contenu->>'commune', contenu->>'codePostal', contenu->>'academie', contenu->>'academieLibelle',
       contenu->>'departement', (contenu->>'dateOuverture')::date, (contenu->>'dateFermeture')::date,
       lower(unaccent(concat_ws(' ', uai, nom, contenu->>'commune', contenu->>'siret')))
     FROM (SELECT instantane_id, ligne, contenu, contenu->>'uai' AS uai, coalesce(contenu->>'appellation',
         nullif(concat_ws(' ', contenu->>'denomination', contenu->>'patronyme'), ''), contenu->>'uai') AS nom
       ${FROM}) ligne_acce ORDER BY uai, ligne`,
    `${SIRET} SELECT DISTINCT instantane_id, contenu->>'uai', contenu->>'siret', 'acce', 'etablissement'
     ${FROM} AND contenu->>'siret' IS NOT NULL`,
  ],
  acce_mere: [RATTACHEMENT],
  acce_fille: [RATTACHEMENT],
  catalogue_apprentissage: [
    // A row without a SIRET of its place bears its trainer's, which is not that of another UAI.
    role(
      'lieu',
      'uaiComposante',
      'siret',
      `(contenu->>'siret' IS DISTINCT FROM contenu->>'siretFormateur'
        OR contenu->>'uaiComposante' = contenu->>'uaiFormateur')`,
    ),
    role('formateur', 'uaiFormateur', 'siretFormateur'),
    role('gestionnaire', 'uaiGestionnaire', 'siretGestionnaire'),
  ],
  quiforme: [
    // The same SIRET answered twice in a file: the last answer.
    `INSERT INTO organisme (instantane_id, cle, siret, siren, contenu)
     SELECT DISTINCT ON (contenu->>'siret') instantane_id, contenu->>'siret', contenu->>'siret',
       left(contenu->>'siret', 9), contenu ${FROM} ORDER BY contenu->>'siret', ligne DESC`,
    `${SIRET} SELECT DISTINCT instantane_id, contenu->>'uai', cle, 'quiforme', 'etablissement'
     FROM organisme WHERE instantane_id = $1 AND contenu->>'uai' IS NOT NULL`,
  ],
  organisme_formation: [
    `INSERT INTO organisme (instantane_id, cle, siret, siren, contenu)
     SELECT DISTINCT ON (contenu->>'nda') instantane_id, contenu->>'nda', contenu->>'siret', contenu->>'siren', contenu
     ${FROM} ORDER BY contenu->>'nda', ligne DESC`,
  ],
};
