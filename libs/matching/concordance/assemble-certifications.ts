import type { IsoDate } from '../reference-data.ts';
import type { Aliases } from './aliases.ts';
import type { Certification } from './certification.ts';
import type { Continuity } from './continuity.ts';
import { niveauOf, type Diplome } from './diplomes.ts';
import { premieresAnnees } from './first-year.ts';
import { collapseBlanks, displayLabel, LabelCollector, siseLabel } from './labels.ts';
import type { LinkIndex } from './links.ts';
import type { MefIndex } from './mef-index.ts';
import type { Niveaux } from './niveaux.ts';
import type { SiseIndex } from './sise.ts';
import { openMefstat11, terminalMefstat11OfCfd } from './terminal-year.ts';
import type { TroncsCommuns } from './tronc-commun.ts';
import { addTo, sortedDistinct } from './vintages.ts';

/** All that a certification is made of, once the tables are merged. */
export interface CertificationParts {
  readonly diplomes: ReadonlyMap<string, Diplome>;
  readonly niveaux: Niveaux;
  readonly mefs: MefIndex;
  readonly sise: SiseIndex;
  readonly links: LinkIndex;
  readonly continuity: Continuity;
  readonly troncs: TroncsCommuns;
  /** What other registers call the certifications, by CFD. */
  readonly libelles: Aliases;
  /** "Today" for the lists that depend on a date and are given without a rentrée. */
  readonly aujourdhui: IsoDate;
}

/** Every CFD, then every SISE diploma that no CFD covers; sorted by code. */
export function assembleCertifications(parts: CertificationParts): Certification[] {
  const codes = codesByCertification(parts.links);
  const certifications: Certification[] = [];
  for (const diplome of parts.diplomes.values()) certifications.push(ofDiplome(diplome, parts, codes));
  for (const sise of parts.sise.rows.keys()) {
    if (parts.sise.cfdOf(sise).length === 0) certifications.push(ofSise(sise, parts));
  }
  return certifications;
}

/** Keys such as `RNCP CFD:32031212`. */
type CodesByCertification = ReadonlyMap<string, ReadonlySet<string>>;

function codesByCertification(links: LinkIndex): CodesByCertification {
  const codes = new Map<string, Set<string>>();
  for (const lien of links.all()) {
    const listed = lien.type === 'RNCP' || lien.type === 'IDEO' || lien.type === 'CI';
    if (listed && lien.nature === 'direct') addTo(codes, `${lien.type} ${lien.certification}`, lien.code);
  }
  return codes;
}

function ofDiplome(diplome: Diplome, parts: CertificationParts, codes: CodesByCertification): Certification {
  const { cfd, row } = diplome;
  const code = `CFD:${cfd}` as const;
  const niveau = niveauOf(diplome);
  const libelles = labelsOf(diplome, parts).libelles();
  const siseCodes = parts.sise.siseOf(cfd);
  const list = (type: string): readonly string[] => sortedDistinct(codes.get(`${type} ${code}`) ?? []);
  return {
    code,
    cfd,
    sise: siseCodes.length === 1 ? (siseCodes[0] ?? null) : null,
    niveau,
    famille: parts.niveaux.famille(niveau),
    niveauQualification: parts.niveaux.niveauQualification(diplome),
    libelle: displayLabel(row.libelleLong200 ?? libelles[0]?.texte ?? cfd, parts.niveaux.sigle(niveau)),
    libelles,
    dateOuverture: row.dateOuverture,
    dateFermeture: row.dateFermeture,
    premiereSession: row.premiereSession,
    derniereSession: row.derniereSession,
    anciens: parts.continuity.anciens(cfd),
    nouveaux: parts.continuity.nouveaux(cfd),
    renumerotations: parts.continuity.renumerotations(cfd),
    rncp: list('RNCP'),
    ideo: list('IDEO'),
    ci: list('CI'),
    mefstat11Terminaux: openMefstat11(terminalMefstat11OfCfd(cfd, parts.mefs), parts.aujourdhui, parts.mefs),
    voieScolaire: parts.mefs.byCfd(cfd).length > 0,
    premieresAnnees: premieresAnnees(parts.mefs.byCfd(cfd)),
    presence: diplome.presence,
    specialitesDuTroncCommun: parts.troncs.specialites(cfd),
  };
}

function labelsOf(diplome: Diplome, parts: CertificationParts): LabelCollector {
  const labels = new LabelCollector();
  for (const row of diplome.rows) {
    labels.add('BCN_LONG', row.libelleLong200);
    labels.add('BCN_STAT33', row.libelleStat33);
  }
  for (const mef of parts.mefs.byCfd(diplome.cfd)) {
    labels.add('MEF_LONG', mef.libelleLong);
    labels.add('MEF_EDITION', mef.libelleEdition);
  }
  for (const { texte, origine } of parts.libelles.get(diplome.cfd) ?? []) labels.add(origine, texte);
  for (const sise of parts.sise.siseOf(diplome.cfd)) {
    const row = parts.sise.rows.get(sise);
    if (row !== undefined) labels.add('SISE', siseLabel(row.libelle1, row.libelle2));
  }
  // A group's label names its entry year; on a speciality it would make every member a candidate for it.
  if (parts.troncs.specialites(diplome.cfd).length > 0) {
    for (const groupe of parts.troncs.groupes(diplome.cfd)) {
      labels.add('GROUPE', groupe.libelleEdition);
      labels.add('GROUPE', groupe.libelleLong);
    }
  }
  return labels;
}

const NONE: readonly string[] = [];

function ofSise(sise: string, parts: CertificationParts): Certification {
  const row = parts.sise.rows.get(sise);
  const type = row?.typeDiplome ?? null;
  const labels = new LabelCollector();
  labels.add('SISE', siseLabel(row?.libelle1 ?? null, row?.libelle2 ?? null));
  labels.add('SISE', collapseBlanks(row?.libelle1 ?? ''));
  const libelles = labels.libelles();
  return {
    code: `SISE:${sise}`,
    cfd: null,
    sise,
    niveau: type,
    famille: parts.sise.famille(type),
    niveauQualification: parts.sise.niveauQualification(type),
    libelle: libelles[0]?.texte ?? sise,
    libelles,
    dateOuverture: row?.dateOuverture ?? null,
    dateFermeture: row?.dateFermeture ?? null,
    premiereSession: null,
    derniereSession: null,
    anciens: NONE,
    nouveaux: NONE,
    renumerotations: NONE,
    rncp: NONE,
    ideo: NONE,
    ci: NONE,
    mefstat11Terminaux: NONE,
    voieScolaire: false,
    premieresAnnees: [],
    presence: parts.sise.courants.has(sise) ? 'courante' : 'ancienne',
    specialitesDuTroncCommun: NONE,
  };
}
