import { useState } from 'react';
import { useCanAccess, useNavigate, useNotify, useStore, useTranslate } from 'react-admin';
import type {
  Acteur,
  Candidat,
  Certification,
  DecisionResult,
  MotifAucune,
  RevueDetail,
} from '../contract/formation.ts';
import { commandsRevue, type FiltreRevue } from '../providers/commands-revue.ts';
import type { ReviewCommand } from './raccourcis.ts';
import { useAttente } from './use-attente.ts';
import { revuePath } from './revue-query.ts';
import { useDecision, type Choix, type DerniereDecision } from './use-decision.ts';
import type { useFile } from './use-file.ts';

export type Dialogue = 'aucune' | 'recherche' | 'aide' | 'annulation' | 'similaires';

/** How one goes from an item to the next: through the items given to me, else in the order of the list. */
export interface Parcours {
  file: ReturnType<typeof useFile>;
  actif: boolean;
  filtre: FiltreRevue;
  /** Puts an item on the screen at once; its address follows. */
  montrer: (id: string) => void;
}

interface Decision {
  readonly choix: Choix;
  /** What the choice is called when it is announced. */
  readonly libelle: string;
}

/** Everything that can be done to an item, whether asked by a key, a button or a dialog. */
export const useRevueActions = (revue: RevueDetail, { file, actif, filtre, montrer }: Parcours) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { canAccess: decides = false } = useCanAccess({ resource: 'revues', action: 'decider' });
  const { canAccess: adjudicates = false } = useCanAccess({ resource: 'revues', action: 'adjuger' });
  const { decider, annuler, renvoyer, abandonner, enCours, incident, derniere } = useDecision();
  const [dialogue, setDialogue] = useState<Dialogue | null>(null);
  const [contexte, setContexte] = useStore('revue.contexte', false);
  const [annonce, setAnnonce] = useState('');
  const canDecide = revue.statut === 'adjudication' ? adjudicates : decides;

  const goTo = (id: string | null) => {
    if (id !== null) {
      montrer(id);
      navigate(revuePath(id, filtre));
      return;
    }
    notify('concordance.revue.annonce.derniere', { type: 'info' });
    navigate('/revues');
  };

  /** Leaves the item for the next one. */
  const avancer = async (suivanteId: string | null) => goTo(actif ? await file.apres(revue.id) : suivanteId);

  const envoyer = ({ choix, libelle }: Decision) => {
    // The next item, read ahead, shows at once; where the decision is not written its item comes back.
    const devant = actif ? file.suivante(revue.id) : null;
    let parti = devant !== null;
    if (devant !== null) goTo(devant);
    void decider(revue, choix, filtre, {
      onDone: ({ suivanteId }) => {
        setAnnonce(translate(`concordance.revue.annonce.${choix.verdict}`, { libelle }));
        if (!parti) void avancer(suivanteId);
      },
      onEchec: () => {
        file.rendre(revue.id);
        setAnnonce('');
        if (parti) goTo(revue.id);
        parti = false;
      },
    });
  };

  const last = [...revue.jugements].sort((a, b) => b.version - a.version)[0];
  const own =
    last && last.verdict !== 'annule' && last.mienne ? { revueId: revue.id, version: revue.version } : null;
  const aAnnuler: DerniereDecision | null = own ?? derniere;

  const quandEcrit = useAttente<Decision | 'annuler'>({
    revueId: revue.id,
    enCours,
    empeche: incident !== null || dialogue !== null,
    faire: (geste) => {
      if (geste !== 'annuler') envoyer(geste);
      else if (aAnnuler) setDialogue('annulation');
      else setAnnonce(translate('concordance.revue.annonce.rienAAnnuler'));
    },
  });

  const decide = (choix: Choix, libelle: string) => {
    if (!canDecide) return;
    setDialogue(null);
    quandEcrit({ choix, libelle });
  };

  const choisir = ({ codeCertification, libelle }: Pick<Candidat, 'codeCertification' | 'libelle'>) =>
    decide(
      {
        verdict: codeCertification === revue.candidats[0]?.codeCertification ? 'accepte' : 'autre',
        codeCertification,
      },
      libelle,
    );

  /** Takes the decision back, once what it changes has been shown. */
  const undo = (version: number) => {
    if (!aAnnuler || enCours !== null) return;
    setDialogue(null);
    void annuler({ revueId: aAnnuler.revueId, version }, ({ revue: reopened }: DecisionResult) => {
      file.rendre(reopened.id);
      setAnnonce(translate('concordance.revue.annonce.annule'));
      if (reopened.id !== revue.id) goTo(reopened.id);
    });
  };

  const skip = async () => {
    setAnnonce('');
    // Skipping puts the item behind for me alone; where it fails the item only comes back sooner.
    if (actif) void commandsRevue.passer(revue.id).catch(() => undefined);
    await avancer(revue.suivanteId);
  };

  const onCommand = (command: ReviewCommand) => {
    const candidat = command.action === 'choisir' ? revue.candidats[command.rang - 1] : revue.candidats[0];
    switch (command.action) {
      case 'choisir':
      case 'accepter':
        if (candidat) choisir(candidat);
        break;
      case 'aucune':
        if (canDecide) setDialogue('aucune');
        break;
      case 'incertain':
        decide({ verdict: 'incertain' }, '');
        break;
      case 'passer':
        void skip();
        break;
      case 'annuler':
        if (canDecide) quandEcrit('annuler');
        break;
      case 'chercher':
        if (canDecide) setDialogue('recherche');
        break;
      case 'similaires':
        if (canDecide && revue.nbSimilaires > 0) setDialogue('similaires');
        else setAnnonce(translate('concordance.revue.annonce.aucunSimilaire'));
        break;
      case 'contexte':
        setContexte(!contexte);
        setAnnonce(
          translate(
            contexte ? 'concordance.revue.annonce.contexteFerme' : 'concordance.revue.annonce.contexteOuvert',
          ),
        );
        break;
      case 'aide':
        setDialogue('aide');
        break;
    }
  };

  return {
    canDecide,
    enCours,
    incident,
    annonce,
    dialogue,
    contexte,
    aAnnuler,
    onCommand,
    choisir,
    choisirCertification: ({ code, libelle }: Certification) => choisir({ codeCertification: code, libelle }),
    aucune: (motif: MotifAucune, acteur: Acteur, commentaire: string) =>
      decide({ verdict: 'aucune', motif, acteur, ...(commentaire ? { commentaire } : {}) }, ''),
    annulerDecision: undo,
    /** After a decision on several items: those are no longer to treat. */
    groupeDecide: (n: number) => {
      setDialogue(null);
      setAnnonce(translate('concordance.revue.annonce.groupe', { smart_count: n }));
      void avancer(revue.suivanteId);
    },
    fermerDialogue: () => setDialogue(null),
    renvoyer: () => void renvoyer(),
    abandonner,
  };
};
