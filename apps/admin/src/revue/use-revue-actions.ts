import { useState } from 'react';
import { useCanAccess, useGetIdentity, useNavigate, useNotify, useStore, useTranslate } from 'react-admin';
import type {
  Candidat,
  Certification,
  DecisionResult,
  MotifAucune,
  RevueDetail,
} from '../contract/formation.ts';
import type { ReviewCommand } from './raccourcis.ts';
import { useDecision, type Choix } from './use-decision.ts';

export type Dialogue = 'aucune' | 'recherche' | 'aide';

/** Everything that can be done to an item, whether asked by a key, a button or a dialog. */
export const useRevueActions = (revue: RevueDetail) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { identity } = useGetIdentity();
  const { canAccess: canDecide = false } = useCanAccess({ resource: 'revues', action: 'decider' });
  const { decider, annuler, renvoyer, abandonner, pending, incident, derniere } = useDecision();
  const [dialogue, setDialogue] = useState<Dialogue | null>(null);
  const [contexte, setContexte] = useStore('revue.contexte', false);
  const [annonce, setAnnonce] = useState('');

  const goTo = (id: string | null) => {
    if (id === null) {
      notify('concordance.revue.annonce.derniere', { type: 'info' });
      navigate('/revues');
      return;
    }
    navigate(`/revues/${encodeURIComponent(id)}/show`);
  };

  const decide = (choix: Choix, libelle: string) => {
    if (!canDecide || pending) return;
    setDialogue(null);
    void decider(revue, choix, ({ suivanteId }) => {
      setAnnonce(translate(`concordance.revue.annonce.${choix.verdict}`, { libelle }));
      goTo(suivanteId);
    });
  };

  const choisir = ({ codeCertification, libelle }: Pick<Candidat, 'codeCertification' | 'libelle'>) =>
    decide(
      {
        verdict: codeCertification === revue.candidats[0]?.codeCertification ? 'accepte' : 'autre',
        codeCertification,
      },
      libelle,
    );

  const last = [...revue.jugements].sort((a, b) => b.creeLe.localeCompare(a.creeLe))[0];
  const own =
    last && last.verdict !== 'annule' && last.auteur === identity?.fullName
      ? { revueId: revue.id, version: revue.version }
      : null;
  const aAnnuler = own ?? derniere;

  const undo = () => {
    if (!canDecide || pending) return;
    if (!aAnnuler) {
      setAnnonce(translate('concordance.revue.annonce.rienAAnnuler'));
      return;
    }
    void annuler(aAnnuler, ({ revue: reopened }: DecisionResult) => {
      setAnnonce(translate('concordance.revue.annonce.annule'));
      if (reopened.id !== revue.id) goTo(reopened.id);
    });
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
        setAnnonce('');
        goTo(revue.suivanteId);
        break;
      case 'annuler':
        undo();
        break;
      case 'chercher':
        if (canDecide) setDialogue('recherche');
        break;
      case 'contexte':
        setContexte(!contexte);
        setAnnonce(translate(`concordance.revue.annonce.contexte${contexte ? 'Ferme' : 'Ouvert'}`));
        break;
      case 'aide':
        setDialogue('aide');
        break;
    }
  };

  return {
    canDecide,
    pending,
    incident,
    annonce,
    dialogue,
    contexte,
    canUndo: aAnnuler !== null,
    onCommand,
    choisir,
    choisirCertification: ({ code, libelle }: Certification) => choisir({ codeCertification: code, libelle }),
    aucune: (motif: MotifAucune, commentaire: string) =>
      decide({ verdict: 'aucune', motif, ...(commentaire ? { commentaire } : {}) }, ''),
    fermerDialogue: () => setDialogue(null),
    renvoyer: () => void renvoyer(),
    abandonner,
  };
};
