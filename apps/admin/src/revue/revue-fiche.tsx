import { useCallback, useEffect, useRef } from 'react';
import type { Candidat, RevueDetail } from '../contract/formation.ts';
import { Avis } from './avis.tsx';
import { BarreDecision } from './barre-decision.tsx';
import { CorpsFiche } from './corps-fiche.tsx';
import { DialogueAide } from './dialogue-aide.tsx';
import { DialogueAnnulation } from './dialogue-annulation.tsx';
import { DialogueAucune } from './dialogue-aucune.tsx';
import { DialogueConflit } from './dialogue-conflit.tsx';
import { DialogueRecherche } from './dialogue-recherche.tsx';
import { DialogueSimilaires } from './dialogue-similaires.tsx';
import { EnteteFiche } from './entete-fiche.tsx';
import type { ReviewAction } from './raccourcis.ts';
import { BandeauIncident } from './bandeau-incident.tsx';
import { useRaccourcis, useReglages } from './use-raccourcis.ts';
import { useRevueActions, type Parcours } from './use-revue-actions.ts';

/** The working screen of one item: the formation on one side, the candidates on the other, the actions below. */
export const RevueFiche = ({ revue, parcours }: { revue: RevueDetail; parcours: Parcours }) => {
  const { actifs, setActifs, touches: reglees, setTouches: setReglees } = useReglages();
  const touches = actifs ? reglees : null;
  const actions = useRevueActions(revue, parcours);
  const { canDecide, dialogue, incident } = actions;
  useRaccourcis(actifs && dialogue === null && incident?.type !== 'conflit', reglees, actions.onCommand);

  // The body of the item is drawn once an item: what it calls never changes, and does what is then current.
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const choisir = useCallback((candidat: Candidat) => latest.current.choisir(candidat), []);
  const fermerContexte = useCallback(() => latest.current.onCommand({ action: 'contexte' }), []);
  const agir = useCallback((action: ReviewAction) => latest.current.onCommand({ action }), []);

  const impossible = new Set<ReviewAction>([
    ...(revue.candidats.length === 0 ? (['accepter'] as const) : []),
    ...(actions.aAnnuler ? [] : (['annuler'] as const)),
    ...(revue.nbSimilaires > 0 ? [] : (['similaires'] as const)),
  ]);
  return (
    <div data-revue={revue.id} className="cc-page-fiche">
      <EnteteFiche
        statut={revue.statut}
        restants={parcours.file.restants}
        annonce={actions.annonce}
        actifs={actifs}
        onActifs={setActifs}
      />
      <Avis revue={revue} canDecide={canDecide} />
      {incident?.type === 'echec' ? (
        <BandeauIncident
          message={incident.message}
          onRenvoyer={actions.renvoyer}
          onAbandonner={actions.abandonner}
        />
      ) : null}
      <CorpsFiche
        revue={revue}
        touches={touches}
        onChoisir={canDecide ? choisir : null}
        onFermerContexte={actions.contexte ? fermerContexte : null}
      />
      <BarreDecision
        canDecide={canDecide}
        impossible={impossible}
        touches={touches}
        occupe={actions.enCours !== null}
        onAction={agir}
      />
      {dialogue === 'aucune' ? (
        <DialogueAucune onValider={actions.aucune} onClose={actions.fermerDialogue} />
      ) : null}
      {dialogue === 'annulation' && actions.aAnnuler ? (
        <DialogueAnnulation
          revueId={actions.aAnnuler.revueId}
          onValider={actions.annulerDecision}
          onClose={actions.fermerDialogue}
        />
      ) : null}
      {dialogue === 'similaires' ? (
        <DialogueSimilaires
          revueId={revue.id}
          onFait={actions.groupeDecide}
          onClose={actions.fermerDialogue}
        />
      ) : null}
      {dialogue === 'recherche' ? (
        <DialogueRecherche onChoisir={actions.choisirCertification} onClose={actions.fermerDialogue} />
      ) : null}
      {dialogue === 'aide' ? (
        <DialogueAide touches={reglees} onChange={setReglees} onClose={actions.fermerDialogue} />
      ) : null}
      {incident?.type === 'conflit' ? (
        <DialogueConflit
          jugement={incident.jugement}
          message={incident.message}
          onRecharger={actions.abandonner}
          onSuivante={() => {
            actions.abandonner();
            actions.onCommand({ action: 'passer' });
          }}
        />
      ) : null}
    </div>
  );
};
