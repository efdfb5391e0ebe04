import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EncodageManuelRow } from '#sources';

/** What a person decided of a formation of the item in another campaign, under another label. */
export interface DecisionAnterieure {
  readonly identifiant: string;
  readonly campagneNom: string;
  readonly rentree: string;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly verdict: 'accepte' | 'autre' | 'aucune';
  readonly codeCertification: string | null;
  readonly libelleCertification: string | null;
  readonly creeLe: Date;
}

/** A line of an imported file of earlier decisions. */
export interface EncodageAnterieur {
  readonly instantane: string;
  readonly ligne: EncodageManuelRow;
}

/** What a row is known by from one campaign to the next; the number of its line in the file is no identity. */
const IDENTIFIANTS = `SELECT DISTINCT f.identifiant FROM revue r
  JOIN formation f ON f.campagne_id = r.campagne_id AND f.signature_id = r.signature_id
  WHERE r.id = $1 AND f.identifiant !~ '^L[0-9]+$'`;

/** So many are shown; an item of hundreds of formations has its say with those. */
const SHOWN = 20;

/** Finds what people decided earlier of the formations of an item, by their identifier. */
@Injectable()
export class AnterioritesQuery {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Decisions in force on another signature of the same formation, in another campaign of the same platform, the
   * latest rentrée first. The identical signature needs none of this: its decision is already laid over the answer.
   */
  decisions(revueId: string): Promise<DecisionAnterieure[]> {
    return this.dataSource.query(
      `SELECT f.identifiant, c.nom AS "campagneNom", c.rentree::text AS rentree, f.libelle, f.specialite, j.verdict,
         j.code_certification AS "codeCertification", j.certification ->> 'libelle' AS "libelleCertification",
         j.created_at AS "creeLe"
       FROM (${IDENTIFIANTS}) i
       JOIN revue r ON r.id = $1
       JOIN campagne ici ON ici.id = r.campagne_id
       JOIN formation f ON f.identifiant = i.identifiant AND f.campagne_id <> r.campagne_id
         AND f.signature_id <> r.signature_id
       JOIN campagne c ON c.id = f.campagne_id AND c.plateforme = ici.plateforme
       JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
       ORDER BY c.rentree DESC, f.identifiant, c.nom LIMIT ${SHOWN}`,
      [revueId],
    );
  }

  /** Lines of the « encodages manuels » in service, the latest year first; they are Parcoursup's. */
  encodages(revueId: string): Promise<EncodageAnterieur[]> {
    return this.dataSource.query(
      `SELECT n.nom AS instantane, l.contenu AS ligne
       FROM revue r
       JOIN campagne c ON c.id = r.campagne_id AND c.plateforme = 'parcoursup'
       JOIN instantane n ON n.table_id = 'encodage_manuel' AND n.statut = 'utilisable'
       JOIN instantane_ligne l ON l.instantane_id = n.id
       WHERE r.id = $1 AND l.contenu ->> 'codeFormationAccueil' IN (${IDENTIFIANTS})
       ORDER BY (l.contenu ->> 'annee')::int DESC NULLS LAST, n.created_at DESC, l.ligne LIMIT ${SHOWN}`,
      [revueId],
    );
  }
}
