// Development and tests only: the review's commands answered over generated data (contract of the review server).
import {
  ACTEURS,
  MOTIFS_AUCUNE,
  type Acteur,
  type DecisionCommand,
  type Jugement,
  type RevueDetail,
} from '../src/contract/formation.ts';
import type { Confiance, ElementAveugle, Requete, Tirage } from '../src/contract/revue.ts';
import { problem, type FakeAnswer, type FakeRequest } from './fake-http.ts';
import { CAMPAGNE_ID, EXECUTION_ID } from './fake-campagne.ts';
import type { FakeState } from './fake-data.ts';

const ACTEUR_DE: Record<(typeof MOTIFS_AUCUNE)[number], Acteur> = {
  hors_nomenclature: 'etablissement',
  code_absent_du_referentiel: 'dne',
  libelle_insuffisant: 'etablissement',
  formation_non_certifiante: 'rectorat',
  autre: 'rectorat',
};

const tirage = (): Tirage => ({
  id: 'tirage-1',
  genre: 'audit',
  campagneId: CAMPAGNE_ID,
  campagneNom: 'Parcoursup, échantillon 2026',
  executionId: EXECUTION_ID,
  graine: '20261121',
  population: 214,
  taille: 60,
  nbControles: 6,
  confianceMin: null,
  confianceMax: null,
  risque: null,
  lus: 42,
  aLire: 18,
  justes: 41,
  faux: 1,
  incertains: 0,
  precision: { valeur: 0.976, basse: 0.874, haute: 0.999 },
  precisionParFormation: 0.991,
  borneErreur: 0.108,
  controles: { lus: 4, justes: 4 },
  etat: 'en_cours',
  cloturePossible: false,
  raison: null,
  groupeId: null,
  auteur: 'Claire Martin',
  creeLe: '2026-11-20T09:30:00Z',
});

const confiance = (): Confiance => ({
  audit: tirage(),
  secondeLecture: { seuil: 50, enAttente: 3, lues: 11, accords: 10, desaccords: 1, kappa: 0.84 },
  adjudication: { enAttente: 1 },
  controles: { lus: 4, justes: 4 },
  controlesFile: { taux: 0.05, lus: 21, incertains: 1, accord: { valeur: 0.95, basse: 0.751, haute: 0.999 } },
  origines: [
    { origine: 'revue', nombre: 48 },
    { origine: 'groupe', nombre: 12 },
  ],
});

/** The item after this one in the order of the queue. */
export const suivante = (state: FakeState, current: RevueDetail): string | null => {
  const queue = [...state.revues].sort((a, b) => b.priorite - a.priorite);
  const at = queue.findIndex(({ id }) => id === current.id);
  const after = [...queue.slice(at + 1), ...queue.slice(0, at)].find(({ statut }) => statut === 'a_traiter');
  return after?.id ?? null;
};

export const createFakeRevue = (state: FakeState) => {
  const answered = new Map<string, FakeAnswer>();
  const passees = new Set<string>();
  const groupes = new Map<string, RevueDetail[]>();
  const requetes: Requete[] = [];
  let lus = 0;

  const judge = (
    revue: RevueDetail,
    verdict: Jugement['verdict'],
    command: Partial<DecisionCommand>,
    auteur: string,
    groupeId: string | null = null,
  ) => {
    const certification = state.certifications.find(({ code }) => code === command.codeCertification);
    revue.version += 1;
    revue.statut = verdict === 'annule' ? 'a_traiter' : 'decide';
    revue.verdict = verdict;
    revue.jugements.push({
      id: `jugement-${revue.id}-${revue.version}`,
      version: revue.version,
      mienne: true,
      verdict,
      codeCertification: command.codeCertification ?? null,
      libelleCertification: certification?.libelle ?? null,
      motif: command.motif ?? null,
      acteur: command.acteur ?? null,
      commentaire: command.commentaire ?? null,
      origine: groupeId === null ? 'revue' : 'groupe',
      groupeId,
      auteur,
      creeLe: new Date().toISOString(),
      modele: revue.modele,
      executionId: revue.executionId,
    });
  };

  const once = (commandeId: string, act: () => FakeAnswer): FakeAnswer => {
    const known = answered.get(commandeId) ?? act();
    if (known.status < 400) answered.set(commandeId, known);
    return known;
  };

  const decide = (revue: RevueDetail, verb: string, command: DecisionCommand, auteur: string): FakeAnswer =>
    once(command.commandeId, () => {
      if (command.version !== revue.version) {
        const last = revue.jugements.at(-1);
        return problem(409, 'DECISION_CONCURRENTE', 'Cette fiche a été décidée entre-temps.', {
          jugement: last ? { ...last, mienne: last.auteur === auteur } : null,
        });
      }
      judge(revue, verb === 'annulation' ? 'annule' : command.verdict, command, auteur);
      return { status: 201, body: { revue: { ...revue }, suivanteId: suivante(state, revue) } };
    });

  const prochaines = (body: { filtre?: { campagneId?: string }; nombre?: number }): FakeAnswer => {
    const queue = state.revues
      .filter(({ statut }) => statut === 'a_traiter')
      .sort((a, b) => Number(passees.has(a.id)) - Number(passees.has(b.id)) || b.priorite - a.priorite);
    const data = queue
      .slice(0, body.nombre ?? 1)
      .map((revue) => ({ ...revue, suivanteId: suivante(state, revue) }));
    return { status: 200, body: { data, restants: queue.length, bailSecondes: 300 } };
  };

  const similaires = (revue: RevueDetail) => {
    const same = state.revues.filter(
      ({ statut, motifs }) => statut === 'a_traiter' && motifs.some((motif) => revue.motifs.includes(motif)),
    );
    return {
      patron: revue.motifs[0] ?? '',
      description: ['niveau identique', 'mots rares en commun', 'code périmé remplacé'],
      nombre: same.length,
      exemples: same.slice(0, 10).map((one) => ({ ...one, premierCandidat: one.candidats[0] ?? null })),
      elements: same.map(({ id, version }) => ({ id, version })),
    };
  };

  const groupe = (
    command: Partial<DecisionCommand> & {
      commandeId: string;
      verdict: 'accepte' | 'aucune';
      elements: { id: string; version: number }[];
    },
    auteur: string,
  ): FakeAnswer =>
    once(command.commandeId, () => {
      const groupeId = `groupe-${groupes.size + 1}`;
      const found = command.elements.flatMap(({ id }) => state.revues.find((one) => one.id === id) ?? []);
      for (const revue of found) {
        const codeCertification = revue.candidats[0]?.codeCertification;
        judge(
          revue,
          command.verdict,
          {
            ...command,
            ...(command.verdict === 'accepte' && codeCertification ? { codeCertification } : {}),
          },
          auteur,
          groupeId,
        );
      }
      groupes.set(groupeId, found);
      return { status: 201, body: { groupeId, decides: found.length, ecartes: [] } };
    });

  const annulerGroupe = (groupeId: string, auteur: string): FakeAnswer => {
    const found = groupes.get(groupeId) ?? [];
    for (const revue of found) judge(revue, 'annule', {}, auteur, groupeId);
    return { status: 201, body: { repris: found.length, laisses: [] } };
  };

  const element = (): ElementAveugle | null => {
    const revue = state.revues[lus];
    if (!revue || lus >= 3) return null;
    const candidats = [...revue.candidats]
      .reverse()
      .map(({ rang: _, confiance: __, explication: ___, ...one }) => one);
    return { ...revue, id: `lecture-${lus}`, genre: 'audit', jusquA: '2026-11-21T13:00:00Z', candidats };
  };

  const facettes = () => {
    const count = (values: string[]) =>
      [...new Set(values)].map((valeur) => ({
        valeur,
        libelle: valeur,
        nombre: values.filter((one) => one === valeur).length,
      }));
    return {
      campagnes: [
        { valeur: CAMPAGNE_ID, libelle: 'Parcoursup, échantillon 2026', nombre: state.revues.length },
      ],
      academies: count(state.revues.flatMap(({ academies }) => academies)),
      typesDiplome: count(state.revues.flatMap(({ typeDiplome }) => typeDiplome ?? [])),
      motifs: count(state.revues.flatMap(({ motifs }) => motifs)),
      statuts: count(state.revues.map(({ statut }) => statut)),
      origines: count(state.revues.map(({ origine }) => origine)),
      acteurs: [],
      tranches: [
        { min: 0, max: 0.5, nombre: 4 },
        { min: 0.5, max: 1, nombre: 8 },
      ],
    };
  };

  const mesDecisions = () => {
    const mine = state.revues.flatMap((revue) =>
      revue.jugements.map((jugement) => ({
        ...jugement,
        revueId: revue.id,
        libelle: revue.libelle,
        specialite: revue.specialite,
        annulable: jugement.version === revue.version && jugement.verdict !== 'annule',
        raison: jugement.version === revue.version ? null : 'une décision plus récente la remplace',
      })),
    );
    return { data: mine.sort((a, b) => b.creeLe.localeCompare(a.creeLe)), total: mine.length };
  };

  const apercu = (revue: RevueDetail) => ({
    jugement: revue.jugements.at(-1),
    possible: true,
    raison: null,
    nbFormations: revue.nbFormations,
    campagnes: [
      { campagneId: CAMPAGNE_ID, nom: revue.campagneNom, nbFormations: revue.nbFormations, publiee: true },
    ],
    exports: [],
  });

  /** Answers a request of the review, or null when it is none of these. */
  return ({ method, path, body }: FakeRequest, auteur: string): FakeAnswer | null => {
    const ok = (value: unknown): FakeAnswer => ({ status: method === 'POST' ? 201 : 200, body: value });
    const [resource, id = '', verb] = path.split('/').filter(Boolean).map(decodeURIComponent);
    const route = `${method} /${[resource, id].filter(Boolean).join('/')}`;
    if (route === 'POST /revues/prochaines') return prochaines(body as Parameters<typeof prochaines>[0]);
    if (route === 'POST /revues/baux')
      return verb === 'liberation' ? { status: 204 } : ok({ tenus: [], perdus: [] });
    if (route === 'GET /revues/facettes') return ok(facettes());
    if (route === 'GET /revues/decisions') return ok(mesDecisions());
    if (route === 'GET /revues/motifs') {
      const data = MOTIFS_AUCUNE.map((motif) => ({
        motif,
        libelle: motif,
        acteur: ACTEUR_DE[motif],
        acteurs: ACTEURS,
      }));
      return ok({ data, acteurs: [] });
    }
    if (resource === 'revues' && id === 'groupes' && verb) return annulerGroupe(verb, auteur);
    if (route === 'POST /revues/groupes') return groupe(body as Parameters<typeof groupe>[0], auteur);
    if (resource === 'requetes') {
      if (method === 'POST') {
        const requete = {
          id: `requete-${requetes.length}`,
          mienne: true,
          auteur,
          creeLe: new Date().toISOString(),
        };
        requetes.push({ ...requete, ...(body as Omit<Requete, keyof typeof requete>) });
        return ok(requetes.at(-1));
      }
      if (method === 'DELETE') {
        requetes.splice(
          requetes.findIndex((one) => one.id === id),
          1,
        );
        return { status: 204 };
      }
      return ok({ data: requetes, total: requetes.length });
    }
    if (resource === 'confiance') return ok(confiance());
    if (resource === 'tirages') return ok(method === 'GET' ? { data: [tirage()], total: 1 } : tirage());
    if (route === 'POST /lectures/prochaine')
      return { status: 200, body: { element: element(), restants: 3 - lus } };
    if (resource === 'lectures') {
      lus += 1;
      return ok({ fait: true });
    }
    if (resource === 'academies') return ok({ data: ['Lille', 'Lyon', 'Rennes', 'Toulouse'] });
    const revue = resource === 'revues' ? state.revues.find((row) => row.id === id) : undefined;
    if (!revue || !verb || verb === 'anteriorites') return null;
    if (verb === 'similaires') return ok(similaires(revue));
    if (verb === 'passer') return passees.add(revue.id) && { status: 204 };
    if (verb === 'annulation' && method === 'GET') return ok(apercu(revue));
    return decide(revue, verb, body as DecisionCommand, auteur);
  };
};
