import { Alert, Box, FormControlLabel, Switch, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LienFiche } from '../affichage/liste.tsx';
import { RevuePastille } from '../affichage/statuts.tsx';
import type { RevueDetail } from '../contract/formation.ts';
import { Avis } from './avis.tsx';
import { BarreDecision } from './barre-decision.tsx';
import { CandidatCarte } from './candidat-carte.tsx';
import { Contexte } from './contexte.tsx';
import { DialogueAide } from './dialogue-aide.tsx';
import { DialogueAnnulation } from './dialogue-annulation.tsx';
import { DialogueAucune } from './dialogue-aucune.tsx';
import { DialogueConflit } from './dialogue-conflit.tsx';
import { DialogueRecherche } from './dialogue-recherche.tsx';
import { DialogueSimilaires } from './dialogue-similaires.tsx';
import { LegendeComparaison } from './libelle-compare.tsx';
import { PanneauContexte, PanneauFormation } from './panneau-formation.tsx';
import type { ReviewAction } from './raccourcis.ts';
import { BandeauIncident } from './bandeau-incident.tsx';
import { useRaccourcis, useRaccourcisActifs, useTouches } from './use-raccourcis.ts';
import { useRevueActions, type Parcours } from './use-revue-actions.ts';

/** The working screen of one item: the formation on one side, the candidates on the other, the actions below. */
export const RevueFiche = ({ revue, parcours }: { revue: RevueDetail; parcours: Parcours }) => {
  const translate = useTranslate();
  const [actifs, setActifs] = useRaccourcisActifs();
  const [reglees, setReglees] = useTouches();
  const touches = actifs ? reglees : null;
  const actions = useRevueActions(revue, parcours);
  const { canDecide, dialogue, incident, pending } = actions;
  useRaccourcis(actifs && dialogue === null && incident?.type !== 'conflit', reglees, actions.onCommand);

  const reference = [revue.libelle, revue.specialite].filter(Boolean).join(' ');
  const impossible = new Set<ReviewAction>([
    ...(pending || revue.candidats.length === 0 ? (['accepter'] as const) : []),
    ...(pending ? (['aucune', 'incertain', 'annuler', 'similaires'] as const) : []),
    ...(actions.aAnnuler ? [] : (['annuler'] as const)),
    ...(revue.nbSimilaires > 0 ? [] : (['similaires'] as const)),
  ]);
  return (
    <Box data-revue={revue.id} sx={{ display: 'grid', gap: '12px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px' }}>
        <LienFiche to="/revues">{translate('concordance.revue.retourListe')}</LienFiche>
        <RevuePastille statut={revue.statut} />
        {parcours.file.restants === null ? null : (
          <span>{translate('concordance.revue.restants', { smart_count: parcours.file.restants })}</span>
        )}
        <Typography role="status" sx={{ flexGrow: 1, minHeight: '1.5em' }}>
          {actions.annonce}
        </Typography>
        <FormControlLabel
          sx={{ display: { xs: 'none', md: 'inline-flex' }, mr: 0 }}
          control={<Switch size="small" checked={actifs} onChange={(_, checked) => setActifs(checked)} />}
          label={translate('concordance.revue.raccourcis.activer')}
        />
      </Box>
      <Avis revue={revue} canDecide={canDecide} />
      {incident?.type === 'echec' ? (
        <BandeauIncident
          message={incident.message}
          onRenvoyer={actions.renvoyer}
          onAbandonner={actions.abandonner}
        />
      ) : null}
      <Box
        sx={{
          display: 'grid',
          gap: '16px',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1.5fr)' },
          gridTemplateRows: { lg: 'auto 1fr' },
          alignItems: 'start',
        }}
      >
        <PanneauFormation revue={revue} />
        <Box
          component="section"
          aria-labelledby="revue-candidats"
          sx={{ minWidth: 0, gridRow: { lg: 'span 2' } }}
        >
          <Typography id="revue-candidats" variant="h2" sx={{ mb: '8px' }}>
            {translate('concordance.revue.candidats')}
          </Typography>
          {revue.candidats.length === 0 ? (
            <Alert severity="info">{translate('concordance.revue.aucunCandidat')}</Alert>
          ) : (
            <>
              <LegendeComparaison />
              <Box
                component="ol"
                sx={{ listStyle: 'none', m: 0, mt: '12px', p: 0, display: 'grid', gap: '12px' }}
              >
                {revue.candidats.map((candidat, index) => (
                  <CandidatCarte
                    key={candidat.codeCertification}
                    candidat={candidat}
                    reference={reference}
                    rival={revue.candidats[index === 0 ? 1 : 0]}
                    premier={index === 0}
                    touches={touches}
                    disabled={pending}
                    onChoisir={canDecide ? () => actions.choisir(candidat) : null}
                  />
                ))}
              </Box>
            </>
          )}
        </Box>
        <PanneauContexte
          revue={revue}
          contexte={
            actions.contexte ? (
              <Contexte revue={revue} onClose={() => actions.onCommand({ action: 'contexte' })} />
            ) : null
          }
        />
      </Box>
      <BarreDecision
        canDecide={canDecide}
        impossible={impossible}
        touches={touches}
        onAction={(action) => actions.onCommand({ action })}
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
    </Box>
  );
};
