import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OrganismeFormationRow, QuiFormeRow } from '#sources';
import { DATE_REPONSE, iso } from './date-reponse.ts';
import { DERNIERES } from './etablissement.query.ts';

/** A mère or a fille. */
export interface LienEtablissement {
  readonly uai: string;
  readonly nom: string | null;
  readonly type: string | null;
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
}

export interface SiretEtablissement {
  readonly siret: string;
  readonly sources: readonly { readonly source: string; readonly role: string }[];
}

export interface OrganismeView extends Omit<QuiFormeRow, 'plusieursNda'> {
  /** When QuiForme answered for this SIRET, ISO 8601. */
  readonly obtenuLe: string;
}

export type LigneListePublique = Pick<
  OrganismeFormationRow,
  'nda' | 'denomination' | 'siret' | 'siren' | 'certifications' | 'dateDerniereDeclaration'
>;

export interface FormationEtablissement {
  readonly id: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly identifiant: string;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly voie: string | null;
  readonly statut: string | null;
  readonly codeCertification: string | null;
  readonly nonConformes: readonly string[];
}

/** Formations shown on the page of an establishment; beyond, the list of formations filters by UAI. */
const LIMITE = 200;

/** What the sources say of one establishment, source by source. */
@Injectable()
export class EtablissementDetailQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** @param bout `meres` of the establishment, or its `filles` */
  async liens(
    instantanes: readonly string[],
    uai: string,
    bout: 'meres' | 'filles',
  ): Promise<LienEtablissement[]> {
    const [own, other] = bout === 'meres' ? ['fille', 'mere'] : ['mere', 'fille'];
    return this.dataSource.query(
      `SELECT DISTINCT l.${other} AS uai, e.nom, l.type, to_char(l.date_ouverture, 'YYYY-MM-DD') AS "dateOuverture",
         to_char(l.date_fermeture, 'YYYY-MM-DD') AS "dateFermeture"
       FROM etablissement_rattachement l
       LEFT JOIN etablissement e ON e.instantane_id = ANY($1::uuid[]) AND e.uai = l.${other}
       WHERE l.instantane_id = ANY($1::uuid[]) AND l.${own} = $2 ORDER BY 1`,
      [instantanes, uai],
    );
  }

  async sirets(instantanes: readonly string[], uai: string): Promise<SiretEtablissement[]> {
    return this.dataSource.query(
      `SELECT siret, jsonb_agg(DISTINCT jsonb_build_object('source', source, 'role', role)) AS sources
       FROM etablissement_siret WHERE instantane_id = ANY($1::uuid[]) AND uai = $2 GROUP BY siret ORDER BY siret`,
      [instantanes, uai],
    );
  }

  async organismes(instantanes: readonly string[], sirets: readonly string[]): Promise<OrganismeView[]> {
    const rows: { contenu: QuiFormeRow; obtenuLe: string }[] = await this.dataSource.query(
      `SELECT DISTINCT ON (o.cle) o.contenu, ${iso(DATE_REPONSE)} AS "obtenuLe"
       FROM organisme o JOIN instantane i ON i.id = o.instantane_id
       WHERE o.instantane_id = ANY($1::uuid[]) AND i.table_id = 'quiforme' AND o.siret = ANY($2)
       ORDER BY o.cle, i.created_at DESC, i.sha256`,
      [instantanes, sirets],
    );
    return rows.map(({ contenu: { plusieursNda: _, ...contenu }, obtenuLe }) => ({ ...contenu, obtenuLe }));
  }

  async listePublique(
    instantanes: readonly string[],
    sirets: readonly string[],
  ): Promise<LigneListePublique[]> {
    const rows: { contenu: OrganismeFormationRow }[] = await this.dataSource.query(
      `SELECT o.contenu FROM organisme o JOIN instantane i ON i.id = o.instantane_id
       WHERE o.instantane_id = ANY($1::uuid[]) AND i.table_id = 'organisme_formation'
         AND (o.siret = ANY($2) OR o.siren = ANY($3)) ORDER BY o.cle`,
      [instantanes, sirets, sirets.map((siret) => siret.slice(0, 9))],
    );
    return rows.map(({ contenu }) => {
      const { nda, denomination, siret, siren, certifications, dateDerniereDeclaration } = contenu;
      return { nda, denomination, siret, siren, certifications, dateDerniereDeclaration };
    });
  }

  async formations(uai: string): Promise<FormationEtablissement[]> {
    return this.dataSource.query(
      `SELECT f.id::text AS id, f.campagne_id AS "campagneId", c.nom AS "campagneNom", f.identifiant, f.libelle,
         f.specialite, f.voie, a.statut, coalesce(j.code_certification, a.code_certification) AS "codeCertification",
         coalesce(cf.non_conformes, '{}') AS "nonConformes"
       FROM formation f JOIN campagne c ON c.id = f.campagne_id
       LEFT JOIN (${DERNIERES}) d ON d.campagne_id = f.campagne_id
       LEFT JOIN appariement a ON a.execution_id = d.id AND a.signature_id = f.signature_id
       LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
       LEFT JOIN controle_formation cf ON cf.execution_id = d.id AND cf.formation_id = f.id
       WHERE f.uai = $1 ORDER BY c.nom, f.rang LIMIT ${LIMITE}`,
      [uai],
    );
  }
}
