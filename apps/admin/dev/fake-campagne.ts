// Development and tests only: a generated campaign, its run, its review items. No real person or school.
import type { Candidat, FormationDetail, Jugement, RevueDetail } from '../src/contract/formation.ts';
import { certifications, etablissements } from './fake-referentiel.ts';

export const CAMPAGNE_ID = 'c0ffee00-0000-4000-8000-000000000001';
export const EXECUTION_ID = 'c0ffee00-0000-4000-8000-00000000e001';
const id = (kind: string, n: number) =>
  `c0ffee00-0000-4000-8000-${kind}${String(n).padStart(12 - kind.length, '0')}`;
type Certification = (typeof certifications)[number];

const candidat = (
  certification: Certification,
  rang: number,
  confiance: number,
  against: string | null,
): Candidat => ({
  rang,
  codeCertification: certification.code,
  cfd: certification.cfd,
  sise: certification.sise,
  libelle: certification.libelle,
  famille: certification.famille,
  niveauQualification: certification.niveauQualification,
  dateOuverture: certification.dateOuverture,
  dateFermeture: certification.dateFermeture,
  premiereSession: certification.premiereSession,
  derniereSession: certification.derniereSession,
  rncp: certification.rncp,
  confiance,
  explication: [
    { critere: 'niveau', detail: `niveau identique : ${certification.famille}`, contribution: 1.4 },
    {
      critere: 'libelle',
      detail: 'mots rares en commun avec la spécialité',
      contribution: rang === 1 ? 2.1 : 1.2,
    },
    ...(against ? [{ critere: 'option', detail: against, contribution: -1.1 }] : []),
  ],
});

const codesVides = { cfd: null, mef: null, mefstat11: null, sise: null, rncp: [], ideo: [], cleMe: null };

/** [type, label, speciality, candidate positions, reasons, formations, given CFD]. */
const REVUES: readonly (readonly [
  string,
  string,
  string | null,
  readonly number[],
  readonly string[],
  number,
  string | null,
])[] = [
  [
    'BTS - Services',
    'BTS - Services',
    'Management commercial opérationnel (ex MUC)',
    [0, 1],
    ['CODE_PERIME', 'AMBIGU'],
    87,
    '32031212',
  ],
  [
    'BTS - Services',
    'BTS - Services',
    'Services informatiques aux organisations',
    [3, 4],
    ['SPECIALITE_GENERIQUE', 'PREMIERE_ANNEE_COMMUNE'],
    64,
    null,
  ],
  [
    'BTS - Production',
    'BTS - Production',
    'Maintenance des systèmes - option systèmes éoliens',
    [7, 5, 6],
    ['CERTIFICATION_FERMEE'],
    31,
    '32025009',
  ],
  ['Licence', 'Licence - Portail', 'Sciences de la vie - accès santé (LAS)', [23, 24], ['FAIBLE'], 28, null],
  [
    'Bac pro',
    'Bac pro',
    'Métiers du commerce et de la vente',
    [17, 18],
    ['AMBIGU', 'SPECIALITE_GENERIQUE'],
    25,
    null,
  ],
  [
    'BTS - Production',
    'BTS - Production',
    'Maint. des systèmes option A syst. de production',
    [5, 6, 7],
    ['AMBIGU'],
    19,
    null,
  ],
  ['BTS - Services', 'BTS - Services', 'Compta et gestion', [2], ['FAIBLE', 'CODE_INCONNU'], 14, '32031499'],
  ['CAP', 'CAP', 'Pâtissier - connexe boulanger', [14, 13], ['CODE_LIBELLE_CONTRADICTOIRES'], 9, '50022142'],
  [
    'Bac pro',
    'Bac pro',
    'Métiers des transitions numérique et énergétique (2nde commune)',
    [19, 20],
    ['PREMIERE_ANNEE_COMMUNE'],
    8,
    null,
  ],
  [
    'BTS - Services',
    'BTS - Services',
    'ESF conseiller en économie sociale et familiale',
    [9, 10],
    ['MEILLEUR_NET', 'FAIBLE'],
    6,
    null,
  ],
  ['Formation', 'FCIL', 'Accueil et animation touristique', [11], ['FAIBLE', 'CODE_INCONNU'], 3, null],
  ['Formation', 'Année préparatoire', 'Mise à niveau', [], ['AUCUN_CANDIDAT'], 2, null],
];

const confidences = [0.62, 0.31, 0.18];
const against = [null, 'option différente', 'certification fermée à la rentrée'];

export const buildRevues = (): RevueDetail[] =>
  REVUES.map(([typeDiplome, libelle, specialite, positions, motifs, nbFormations, cfd], index) => ({
    id: id('a', index + 1),
    campagneId: CAMPAGNE_ID,
    campagneNom: 'Parcoursup, échantillon 2026',
    signature: `signature-${index + 1}`,
    statut: 'a_traiter',
    origine: 'execution',
    bail: null,
    academies: ['Lyon'],
    verdict: null,
    acteur: null,
    impact: nbFormations * 6.5,
    nbSimilaires: index === 0 ? 2 : 0,
    resurgence:
      index === 2 ? 'Les candidats ont changé depuis la décision de Karim Benali du 18/11/2025.' : null,
    secondeLecture: nbFormations > 50,
    libelle,
    specialite,
    typeDiplome,
    voie: index % 3 === 2 ? 'apprentissage' : 'scolaire',
    plateforme: 'parcoursup',
    codes: { ...codesVides, cfd },
    nbFormations,
    places: nbFormations * 24,
    voeux: nbFormations * 310,
    priorite: nbFormations * 10,
    motifs: [...motifs],
    confiance: positions.length > 0 ? (confidences[0] ?? null) : null,
    version: 1,
    candidats: positions.flatMap((position, rang) => {
      const certification = certifications[position];
      return certification
        ? [candidat(certification, rang + 1, confidences[rang] ?? 0.1, against[rang] ?? null)]
        : [];
    }),
    resolutions: cfd
      ? [
          {
            typeCertification: 'CODECFD',
            valeur: cfd,
            validite: motifs.includes('CODE_INCONNU') ? 'Non valide - Code inconnu' : 'Valide',
            anciennete: motifs.includes('CODE_INCONNU')
              ? null
              : motifs.includes('CODE_PERIME')
                ? 'nouveau'
                : 'self',
            appariement: motifs.includes('CODE_INCONNU') ? null : 'normal',
            controle: motifs.includes('CODE_INCONNU')
              ? 'non trouvé'
              : motifs.includes('CODE_PERIME')
                ? 'mis à jour'
                : 'trouvé',
            certifications: motifs.includes('CODE_INCONNU')
              ? []
              : [certifications[positions[0] ?? 0]?.code ?? ''],
            possibles: [],
          },
        ]
      : [],
    jugements: [] as Jugement[],
    executionId: EXECUTION_ID,
    modele: 'regles-1',
    formations: etablissements.slice(0, Math.min(4, nbFormations)).map((etablissement, rang) => ({
      id: id('f', index + 1 + rang * 12),
      identifiant: String(20_000 + (index + rang * 12) * 10),
      libelle,
      specialite,
      etablissement: etablissement.nom,
      uai: etablissement.uai,
      academie: etablissement.academie,
    })),
    suivanteId: null,
  }));

/** Forty-eight formations: the first twelve are those of the review items, the others are matched. */
export const buildFormations = (revues: readonly RevueDetail[]): FormationDetail[] =>
  Array.from({ length: 48 }, (_, index) => {
    const revue = revues[index];
    const certification = certifications[index % certifications.length] as Certification;
    const etablissement = etablissements[index % etablissements.length] ?? etablissements[0];
    const lost = index === 46 || index === 47;
    const statut = revue ? 'a_verifier' : lost ? 'sans_correspondance' : 'apparie';
    const best = revue ? revue.candidats[0] : lost ? undefined : candidat(certification, 1, 0.98, null);
    return {
      id: id('f', index + 1),
      campagneId: CAMPAGNE_ID,
      rang: index + 1,
      identifiant: String(20_000 + index * 10),
      libelle: revue?.libelle ?? certification.famille,
      specialite: lost ? 'Diplôme d’établissement' : (revue?.specialite ?? certification.libelle),
      typeDiplome: revue?.typeDiplome ?? certification.famille,
      voie: index % 3 === 2 ? 'apprentissage' : 'scolaire',
      uai: etablissement.uai,
      etablissement: etablissement.nom,
      academie: etablissement.academie,
      commune: etablissement.commune,
      capacite: 12 + (index % 5) * 6,
      voeux: 80 + index * 13,
      codes: revue?.codes ?? { ...codesVides, cfd: certification.cfd, sise: certification.sise },
      signature: revue?.signature ?? `signature-${certification.code}`,
      statut,
      codeCertification: best?.codeCertification ?? null,
      libelleCertification: best?.libelle ?? null,
      cfd: best?.cfd ?? null,
      mefstat11: best?.cfd ? [`3${best.cfd}02`] : [],
      rncp: best?.rncp ?? [],
      sise: best?.sise ?? null,
      ideo: [],
      confiance: best?.confiance ?? 0,
      motifs: revue?.motifs ?? (lost ? ['AUCUN_CANDIDAT'] : ['CODE_EXACT', 'LIBELLE_EXACT']),
      decision: lost ? null : revue ? null : 'auto',
      decideLe: null,
      reviewId: revue?.id ?? null,
      revueStatut: revue?.statut ?? null,
      explication: best?.explication ?? [],
      candidats: revue?.candidats ?? (best ? [best] : []),
      resolutions: revue?.resolutions ?? [
        {
          typeCertification: certification.cfd ? 'CODECFD' : 'CODESISE',
          valeur: certification.cfd ?? certification.sise ?? '',
          validite: 'Valide',
          anciennete: 'self',
          appariement: 'normal',
          controle: 'trouvé',
          certifications: [certification.code],
          possibles: [],
        },
      ],
    };
  });
