import { z } from 'zod';
import {
  ETATS_COUVERTURE,
  TYPES_LIEU,
  type ChiffresTrouves,
  type EtatCouverture,
  type TauxSies,
} from '#matching';

const taux = z.int().min(0).max(100).nullable();
const salaire = z.int().nonnegative().nullable();

const chiffres = {
  nb_annee_term: z.int().nonnegative().nullable().describe('Effectif compté ; seul donné sous 20'),
  taux_en_emploi_6_mois: taux.describe('En %, parmi tous ceux qui sont comptés'),
  taux_en_formation: taux,
  taux_autres_6_mois: taux,
  salaire_12_mois_q1: salaire.describe('Euros nets par mois'),
  salaire_12_mois_q2: salaire,
  salaire_12_mois_q3: salaire,
};

const donneeSource = z.object({
  code_certification: z.string().describe('Le code sous lequel les chiffres sont publiés'),
  type: z.enum(['self', 'ancienne', 'nouvelle']),
});

const provenance = z.object({
  chemin: z.enum(['normal', 'rncp', 'ideo', 'cle_me', 'appariement', 'decision']),
  appariement: z.enum(['normal', 'inverse']).describe("inverse : le code de l'autre voie"),
  voie: z.enum(['scolaire', 'apprentissage']).nullable(),
  source: z.enum(['inserjeunes', 'insersup', 'sies_passage', 'sies_reussite']),
  uai_essayes: z.array(z.string()).describe("Établissements essayés avant, qui n'avaient rien"),
  instantane: z.string().describe('SHA-256 du fichier'),
  ligne: z.int(),
});

/** What an export says of the figures of a formation. Absent values are null, never zero. */
export const chiffresExportesShape = {
  couverture: z
    .enum(ETATS_COUVERTURE)
    .nullable()
    .describe('Couvert, ou la raison ; nul pour une ligne refusée'),
  couverture_codes: z.enum(ETATS_COUVERTURE).nullable(),
  couverture_concordance: z.enum(ETATS_COUVERTURE).nullable(),
  ...chiffres,
  taux_de_passage: z.number().min(0).max(100).nullable(),
  taux_de_reussite: z.number().min(0).max(100).nullable(),
  millesime: z.string().nullable(),
  donnee_source: donneeSource.nullable(),
  uai_donnee: z.string().nullable(),
  uai_donnee_type: z.enum(TYPES_LIEU).nullable(),
  donnee_provenance: provenance.nullable(),
  annees_terminales: z
    .array(
      z.object({
        code_certification: z.string(),
        couverte: z.boolean(),
        ...chiffres,
        millesime: z.string().nullable(),
      }),
    )
    .describe('Certifications qui suivent une première année commune, chacune avec ses chiffres'),
  donnee_repli: z
    .object({
      territoire: z.enum(['region', 'france']),
      code_territoire: z.string(),
      code_certification: z.string(),
      millesime: z.string(),
      source: z.string(),
      ...chiffres,
    })
    .nullable()
    .describe(
      "Chiffres de la région, sinon de la France : une autre population que celle de l'établissement",
    ),
};
export type ChiffresExportes = z.infer<z.ZodObject<typeof chiffresExportesShape>>;

/** What the database holds of a formation's figures. */
export interface ChiffresAExporter {
  readonly couverture: EtatCouverture;
  readonly couvertureCodes: EtatCouverture;
  readonly couvertureConcordance: EtatCouverture;
  readonly chiffres: ChiffresTrouves['chiffres'];
  readonly detail: {
    readonly provenance: ChiffresTrouves['provenance'] | null;
    readonly passage: TauxSies | null;
    readonly reussite: TauxSies | null;
    readonly terminales: readonly {
      readonly certification: string;
      readonly couvert: boolean;
      readonly trouve: ChiffresTrouves | null;
    }[];
    readonly repli: ChiffresTrouves | null;
  };
}

/** Fields always come in this order: the same inputs give the same bytes. */
export function chiffresExportes(figures: ChiffresAExporter | null): ChiffresExportes {
  const detail = figures?.detail;
  const from = detail?.provenance ?? null;
  return {
    couverture: figures?.couverture ?? null,
    couverture_codes: figures?.couvertureCodes ?? null,
    couverture_concordance: figures?.couvertureConcordance ?? null,
    ...exported(figures?.chiffres ?? null),
    taux_de_passage: detail?.passage?.taux ?? null,
    taux_de_reussite: detail?.reussite?.taux ?? null,
    millesime: from?.millesime ?? null,
    donnee_source: from === null ? null : { code_certification: from.codeDonnee, type: from.typeDonnee },
    uai_donnee: from?.uaiDonnee ?? null,
    uai_donnee_type: from?.uaiDonneeType ?? null,
    donnee_provenance:
      from === null
        ? null
        : {
            chemin: from.chemin,
            appariement: from.inverse ? 'inverse' : 'normal',
            voie: from.voie,
            source: from.source,
            uai_essayes: from.sauts.map(({ uai }) => uai),
            instantane: from.instantane,
            ligne: from.ligne,
          },
    annees_terminales: (detail?.terminales ?? []).map(({ certification, couvert, trouve }) => ({
      code_certification: certification,
      couverte: couvert,
      ...exported(trouve?.chiffres ?? null),
      millesime: trouve?.provenance.millesime ?? null,
    })),
    donnee_repli: repliExporte(detail?.repli ?? null),
  };
}

function repliExporte(repli: ChiffresTrouves | null): ChiffresExportes['donnee_repli'] {
  if (repli === null) return null;
  const { provenance: from } = repli;
  return {
    territoire: from.territoire === 'region' ? 'region' : 'france',
    code_territoire: from.codeTerritoire,
    code_certification: from.codeDonnee,
    millesime: from.millesime,
    source: from.source,
    ...exported(repli.chiffres),
  };
}

function exported(
  figures: ChiffresTrouves['chiffres'] | null,
): Pick<ChiffresExportes, keyof typeof chiffres> {
  return {
    nb_annee_term: figures?.nbAnneeTerm ?? null,
    taux_en_emploi_6_mois: figures?.tauxEnEmploi6Mois ?? null,
    taux_en_formation: figures?.tauxEnFormation ?? null,
    taux_autres_6_mois: figures?.tauxAutres6Mois ?? null,
    salaire_12_mois_q1: figures?.salaire12MoisQ1 ?? null,
    salaire_12_mois_q2: figures?.salaire12MoisQ2 ?? null,
    salaire_12_mois_q3: figures?.salaire12MoisQ3 ?? null,
  };
}
