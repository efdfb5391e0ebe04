import { z } from 'zod';
import {
  CRITERES_CONTROLE,
  ETATS_CONTROLE,
  MOTIFS_CONTROLE,
  SOURCES_CONTROLE,
  type Controle,
  type MatchResult,
} from '#matching';
import type { FormationRow, RowRejection } from '#sources';
import { chiffresExportes, chiffresExportesShape, type ChiffresAExporter } from './chiffres-exportes.ts';
import { refusedResult } from '../appariements/refused-result.ts';
import { resultatPublic, resultatPublicSchema } from '../appariements/resultat-public.ts';
import type { CertificationRetenue } from '../review/jugement.ts';

/** Version of the export's format; it changes with docs/export.md. */
export const VERSION_EXPORT = '1.1.0';

/** One check of the establishment. When the source was read is not told: it is a time of the machine. */
const controleExporteSchema = z.object({
  critere: z.enum(CRITERES_CONTROLE),
  etat: z.enum(ETATS_CONTROLE),
  motif: z.enum(MOTIFS_CONTROLE),
  detail: z.string(),
  source: z.enum(SOURCES_CONTROLE),
  date: z.iso.date().nullable(),
  desaccords: z.array(z.object({ source: z.enum(SOURCES_CONTROLE), dit: z.string() })),
});

/** One formation of an export. The engine's answer, with the human's decision over it where there is one. */
export const formationExporteeSchema = resultatPublicSchema.extend({
  rang: z.int().positive().describe("Ligne du fichier du catalogue ; l'en-tête est la ligne 1"),
  libelle_formation: z.string().nullable().describe('Nul pour une ligne refusée'),
  libelle_specialite: z.string().nullable(),
  type_diplome: z.string().nullable(),
  voie: z.enum(['scolaire', 'apprentissage']).nullable(),
  uai: z.string().nullable(),
  siret: z.string().nullable(),
  etablissement: z.string().nullable(),
  academie: z.string().nullable(),
  code_certification_retenu: z
    .string()
    .nullable()
    .describe('Le code retenu ; nul tant que la formation est à vérifier ou sans correspondance'),
  libelle_certification: z.string().nullable(),
  codes: z.array(
    z.object({
      type_certification: z.string(),
      code_certification: z.string(),
      validite_code_certification: z.string(),
      anciennete: z.enum(['self', 'ancien', 'nouveau']).nullable(),
      appariement: z.enum(['normal', 'inverse']).nullable(),
      code_certification_possible: z.array(z.string()),
    }),
  ),
  decision: z.enum(['auto', 'humaine']).nullable(),
  decision_verdict: z.enum(['accepte', 'autre', 'aucune']).nullable(),
  decision_motif: z.string().nullable(),
  decision_date: z.iso.datetime().nullable(),
  etablissement_siret: z
    .string()
    .nullable()
    .describe('Le SIRET suivi par les contrôles : celui de la ligne, sinon celui de son UAI'),
  etablissement_non_conformes: z.array(z.string()).describe('Critères non conformes'),
  etablissement_controles: z.array(controleExporteSchema),
  ...chiffresExportesShape,
});
export type FormationExportee = z.infer<typeof formationExporteeSchema>;

/** What the database holds of one catalogue line to export: a formation, or a line that was refused. */
export type LigneAExporter = { readonly formation: FormationAExporter } | { readonly refusee: RowRejection };

/** What the database holds of a formation to export. */
export interface FormationAExporter {
  readonly rang: number;
  readonly contenu: FormationRow;
  /** Why the line was refused, when it is matched all the same. */
  readonly refus: string | null;
  readonly resultat: MatchResult;
  readonly jugement: {
    readonly verdict: 'accepte' | 'autre' | 'aucune';
    readonly codeCertification: string | null;
    readonly certification: CertificationRetenue | null;
    readonly motif: string | null;
    readonly creeLe: string;
  } | null;
  /** The checks of its establishment; null where none was made. */
  readonly etablissement: {
    readonly siret: string | null;
    readonly uaiInconnue: boolean;
    readonly nonConformes: readonly string[];
    readonly controles: readonly Controle[];
  } | null;
  /** Null when they were never computed. */
  readonly figures: ChiffresAExporter | null;
}

/** Every line of the catalogue has its answer, a refused one too. No person is named. */
export function ligneExportee(ligne: LigneAExporter): FormationExportee {
  return 'formation' in ligne ? formationExportee(ligne.formation) : refusedLine(ligne.refusee);
}

function refusedLine(rejet: RowRejection): FormationExportee {
  return {
    ...refusedResult(rejet),
    rang: rejet.ligne,
    libelle_formation: null,
    libelle_specialite: null,
    type_diplome: null,
    voie: null,
    uai: null,
    siret: null,
    etablissement: null,
    academie: null,
    code_certification_retenu: null,
    libelle_certification: null,
    codes: [],
    decision: null,
    decision_verdict: null,
    decision_motif: null,
    decision_date: null,
    etablissement_siret: null,
    etablissement_non_conformes: [],
    etablissement_controles: [],
    ...chiffresExportes(null),
  };
}

/** Fields always come in this order: the same inputs give the same bytes. */
export function formationExportee({
  rang,
  contenu,
  refus,
  resultat,
  jugement,
  etablissement,
  figures,
}: FormationAExporter): FormationExportee {
  const machine = resultatPublic(contenu.id, resultat, refus !== null || etablissement?.uaiInconnue === true);
  const kept =
    jugement === null
      ? machine
      : { ...machine, ...decided(jugement), motifs: ['DECISION_ANTERIEURE', ...machine.motifs] };
  const retenu = kept.statut === 'apparie' ? kept.code_certification : null;
  return {
    ...kept,
    rang,
    libelle_formation: contenu.libelle,
    libelle_specialite: contenu.specialite,
    type_diplome: contenu.typeDiplome,
    voie: contenu.voie,
    uai: contenu.uai,
    siret: contenu.siret,
    etablissement: contenu.etablissement,
    academie: contenu.academie,
    code_certification_retenu: retenu,
    libelle_certification:
      retenu === null ? null : (jugement?.certification?.libelle ?? machine.candidats[0]?.libelle ?? null),
    codes: resultat.codes.map((code) => ({
      type_certification: code.typeCertification,
      code_certification: code.valeur,
      validite_code_certification: code.validite,
      anciennete: code.anciennete,
      appariement: code.appariement,
      code_certification_possible: [...code.possibles],
    })),
    decision: jugement !== null ? 'humaine' : machine.statut === 'apparie' ? 'auto' : null,
    decision_verdict: jugement?.verdict ?? null,
    decision_motif: jugement?.motif ?? null,
    decision_date: jugement?.creeLe ?? null,
    etablissement_siret: etablissement?.siret ?? null,
    etablissement_non_conformes: [...(etablissement?.nonConformes ?? [])],
    etablissement_controles: (etablissement?.controles ?? []).map(controleExporte),
    ...chiffresExportes(figures),
  };
}

function controleExporte(controle: Controle): z.infer<typeof controleExporteSchema> {
  const { critere, etat, motif, detail, source, date, desaccords } = controle;
  return { critere, etat, motif, detail, source, date, desaccords: desaccords.map((one) => ({ ...one })) };
}

function decided({
  codeCertification,
  certification,
}: NonNullable<FormationAExporter['jugement']>): Partial<FormationExportee> {
  return {
    statut: certification === null ? 'sans_correspondance' : 'apparie',
    code_certification: codeCertification,
    cfd: certification?.cfd ?? null,
    mefstat11: [...(certification?.mefstat11 ?? [])],
    rncp: [...(certification?.rncp ?? [])],
    sise: certification?.sise ?? null,
    ideo: [...(certification?.ideo ?? [])],
  };
}
