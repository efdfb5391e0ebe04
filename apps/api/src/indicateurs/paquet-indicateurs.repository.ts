import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  empaqueter,
  IndicateursRanges,
  PaquetLu,
  VERSION_PAQUET,
  type CodeCertification,
  type LigneAEmpaqueter,
  type SourceChiffres,
  type TypeTerritoire,
  type Voie,
} from '#matching';

/** Lines of a packet: some ten megabytes. */
const LIGNES = 250_000;
/** Lines read together. */
const BATCH = 10_000;

/**
 * Published lines packed by snapshot: an attachment reads them all in one go, where looking each up costs more than
 * everything else it does. Snapshots never change, so neither do their packets.
 */
@Injectable()
export class PaquetIndicateursRepository {
  /** The lines of the last snapshots asked for: computations follow one another on the same ones. */
  private last: { readonly key: string; readonly ranges: Promise<IndicateursRanges> } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Packs the lines of a snapshot, in the transaction that has put them in `indicateur`. */
  async empaqueter(manager: EntityManager, instantaneId: string): Promise<void> {
    await manager.query(`DELETE FROM indicateur_paquet WHERE instantane_id = $1`, [instantaneId]);
    for (let numero = 0, apres = 0; ; numero += 1) {
      const lignes = await this.lignes(manager, instantaneId, apres);
      const end = lignes.at(-1)?.ligne;
      // A snapshot without a line has one empty packet: it is known to be packed.
      if (end === undefined && numero > 0) return;
      await manager.query(
        `INSERT INTO indicateur_paquet (instantane_id, numero, version, contenu) VALUES ($1, $2, $3, $4)`,
        [instantaneId, numero, VERSION_PAQUET, Buffer.from(empaqueter(lignes).buffer)],
      );
      if (end === undefined) return;
      apres = end;
    }
  }

  /** The lines of some snapshots, in memory. */
  ranges(instantanes: readonly string[]): Promise<IndicateursRanges> {
    const key = instantanes.join();
    if (this.last?.key !== key) {
      const ranges = this.lire(instantanes);
      this.last = { key, ranges };
      ranges.catch(() => {
        if (this.last?.ranges === ranges) this.last = null;
      });
    }
    return this.last.ranges;
  }

  private async lire(instantanes: readonly string[]): Promise<IndicateursRanges> {
    const ranges = new IndicateursRanges();
    for (const id of instantanes) {
      const paquets: { sha256: string; contenu: Buffer }[] = await this.dataSource.query(
        `SELECT i.sha256, p.contenu FROM indicateur_paquet p JOIN instantane i ON i.id = p.instantane_id
         WHERE p.instantane_id = $1 ORDER BY p.numero`,
        [id],
      );
      for (const { sha256, contenu } of paquets) ranges.add(new PaquetLu(contenu, sha256));
    }
    return ranges;
  }

  private async lignes(
    manager: EntityManager,
    instantaneId: string,
    apres: number,
  ): Promise<LigneAEmpaqueter[]> {
    const lignes: LigneAEmpaqueter[] = [];
    for (let last = apres; lignes.length < LIGNES;) {
      const batch: LigneIndicateur[] = await manager.query(
        `SELECT ligne, source, millesime, annee, territoire, code_territoire AS "codeTerritoire",
           code_certification AS code, voie, nb_annee_term AS nb, taux_en_emploi_6_mois AS emploi,
           taux_en_formation AS formation, taux_autres_6_mois AS autres, salaire_12_mois_q1 AS q1,
           salaire_12_mois_q2 AS q2, salaire_12_mois_q3 AS q3,
           coalesce(taux_de_passage, taux_de_reussite) AS taux, suppression
         FROM indicateur WHERE instantane_id = $1 AND ligne > $2 ORDER BY ligne LIMIT ${BATCH}`,
        [instantaneId, last],
      );
      for (const row of batch) lignes.push(indicateurOf(row));
      const end = batch.at(-1);
      if (end === undefined) break;
      last = end.ligne;
    }
    return lignes;
  }
}

interface LigneIndicateur {
  readonly source: SourceChiffres;
  readonly millesime: string;
  readonly annee: number;
  readonly territoire: TypeTerritoire;
  readonly codeTerritoire: string;
  readonly code: CodeCertification;
  readonly voie: Voie | null;
  readonly nb: number | null;
  readonly emploi: number | null;
  readonly formation: number | null;
  readonly autres: number | null;
  readonly q1: number | null;
  readonly q2: number | null;
  readonly q3: number | null;
  readonly taux: number | null;
  readonly suppression: 'nd' | 'na' | null;
  readonly ligne: number;
}

function indicateurOf(row: LigneIndicateur): LigneAEmpaqueter {
  return {
    source: row.source,
    millesime: row.millesime,
    annee: row.annee,
    territoire: row.territoire,
    codeTerritoire: row.codeTerritoire,
    codeCertification: row.code,
    voie: row.voie,
    chiffres: {
      nbAnneeTerm: row.nb,
      tauxEnEmploi6Mois: row.emploi,
      tauxEnFormation: row.formation,
      tauxAutres6Mois: row.autres,
      salaire12MoisQ1: row.q1,
      salaire12MoisQ2: row.q2,
      salaire12MoisQ3: row.q3,
      suppression: row.suppression,
    },
    taux: row.taux,
    ligne: row.ligne,
  };
}
