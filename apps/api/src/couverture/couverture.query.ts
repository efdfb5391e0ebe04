import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EtatCouverture } from '#matching';
import {
  MOMENTS,
  type ComparaisonCouverture,
  type DemandeCouverture,
  type Facette,
  type FacettesCouverture,
  type FiltreCouverture,
  type Groupe,
  type Moment,
  type Poids,
  type RapportCouverture,
} from './couverture.ts';
import type { ExecutionCouverte } from './couverture.repository.ts';
import {
  compare,
  comptesOf,
  couvertOf,
  groupesOf,
  libelleOf,
  totalOf,
  type LigneComptee,
} from './rapport.ts';

const COLUMN: Readonly<Record<Groupe, string>> = {
  type: 'type_diplome',
  academie: 'academie',
  filiere: 'filiere',
  perimetre: 'perimetre',
};

interface LigneDeMoment {
  readonly moment: Moment;
  readonly etat: EtatCouverture;
  readonly n: number;
}

/** The report, read from what was counted beforehand. */
@Injectable()
export class CouvertureQuery {
  constructor(private readonly dataSource: DataSource) {}

  async report(
    execution: ExecutionCouverte,
    demande: DemandeCouverture,
    before: ExecutionCouverte | null,
  ): Promise<RapportCouverture> {
    const { moment, poids, groupe } = demande;
    const [byMoment, byGroup, facettes, pastByMoment, pastByGroup] = await Promise.all([
      this.byMoment(execution.executionId, demande),
      this.byGroup(execution.executionId, demande),
      this.facettes(execution.executionId, moment),
      before === null ? [] : this.byMoment(before.executionId, demande),
      before === null ? null : this.byGroup(before.executionId, demande),
    ]);
    const etats = comptesAt(byMoment, moment);
    const counts = { total: totalOf(etats), couvert: couvertOf(etats) };
    return {
      etat: execution.empreinte === null ? 'absente' : execution.enCalcul ? 'en_calcul' : 'a_jour',
      executionId: execution.executionId,
      campagneId: execution.campagneId,
      campagneNom: execution.campagneNom,
      derniere: execution.derniere,
      calculeeLe: execution.calculeeLe,
      moment,
      poids,
      groupe,
      ...counts,
      etats,
      moments: MOMENTS.map((each) => {
        const comptes = comptesAt(byMoment, each);
        return { moment: each, total: totalOf(comptes), couvert: couvertOf(comptes) };
      }),
      groupes: groupesOf(groupe, byGroup, pastByGroup),
      comparaison:
        before === null ? null : comparison(before, counts, etats, comptesAt(pastByMoment, moment)),
      facettes,
    };
  }

  private byMoment(executionId: string, demande: DemandeCouverture): Promise<LigneDeMoment[]> {
    const { where, parameters } = filtered(executionId, demande);
    return this.dataSource.query(
      `SELECT moment, etat, sum(${weight(demande.poids)})::float8 AS n FROM couverture_agregat
       WHERE ${where} GROUP BY moment, etat`,
      parameters,
    );
  }

  private byGroup(executionId: string, demande: DemandeCouverture): Promise<LigneComptee[]> {
    const { where, parameters } = filtered(executionId, demande);
    parameters.push(demande.moment);
    return this.dataSource.query(
      `SELECT ${COLUMN[demande.groupe]} AS cle, etat, sum(${weight(demande.poids)})::float8 AS n
       FROM couverture_agregat WHERE ${where} AND moment = $${parameters.length} GROUP BY 1, 2`,
      parameters,
    );
  }

  private async facettes(executionId: string, moment: Moment): Promise<FacettesCouverture> {
    const rows: { axe: Groupe; cle: string; n: number }[] = await this.dataSource.query(
      `SELECT CASE WHEN grouping(perimetre) = 0 THEN 'perimetre' WHEN grouping(academie) = 0 THEN 'academie'
           WHEN grouping(filiere) = 0 THEN 'filiere' ELSE 'type' END AS axe,
         coalesce(perimetre, academie, filiere, type_diplome) AS cle, sum(formations)::int AS n
       FROM couverture_agregat WHERE execution_id = $1 AND moment = $2
       GROUP BY GROUPING SETS ((perimetre), (academie), (filiere), (type_diplome))
       ORDER BY axe, cle`,
      [executionId, moment],
    );
    const of = (axe: Groupe): Facette[] =>
      rows
        .filter((row) => row.axe === axe)
        .map(({ cle, n }) => ({ cle, libelle: libelleOf(axe, cle), n }))
        .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
    return {
      perimetres: of('perimetre'),
      academies: of('academie'),
      filieres: of('filiere'),
      types: of('type'),
    };
  }
}

/** A column of a closed list, never a text of the caller's. */
const weight = (poids: Poids): string =>
  ({ formations: 'formations', places: 'places', voeux: 'voeux' })[poids];

function filtered(
  executionId: string,
  { perimetre, academie, filiere, typeDiplome }: FiltreCouverture,
): { where: string; parameters: string[] } {
  const parameters = [executionId];
  const conditions = ['execution_id = $1'];
  for (const [column, value] of [
    ['perimetre', perimetre],
    ['academie', academie],
    ['filiere', filiere],
    ['type_diplome', typeDiplome],
  ] as const) {
    if (value === undefined) continue;
    parameters.push(value);
    conditions.push(`${column} = $${parameters.length}`);
  }
  return { where: conditions.join(' AND '), parameters };
}

function comptesAt(lignes: readonly LigneDeMoment[], moment: Moment) {
  return comptesOf(
    lignes.filter((ligne) => ligne.moment === moment).map(({ etat, n }) => ({ cle: '', etat, n })),
  );
}

function comparison(
  before: ExecutionCouverte,
  counts: { total: number; couvert: number },
  etats: readonly { etat: EtatCouverture; n: number }[],
  past: readonly { etat: EtatCouverture; n: number }[],
): ComparaisonCouverture {
  const all = comptesOf([...etats, ...past].map(({ etat }) => ({ cle: '', etat, n: 1 })));
  const of = (comptes: typeof past, etat: EtatCouverture): number =>
    comptes.find((compte) => compte.etat === etat)?.n ?? 0;
  return {
    executionId: before.executionId,
    campagneNom: before.campagneNom,
    termineeLe: before.termineeLe,
    ...compare(counts, past),
    etats: all.map(({ etat }) => {
      const n = of(etats, etat);
      const avant = of(past, etat);
      return { etat, n, avant, ecart: n - avant };
    }),
  };
}
