import { Alert } from '@mui/material';
import { memo, useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Candidat, RevueDetail } from '../contract/formation.ts';
import { CandidatCarte } from './candidat-carte.tsx';
import { Contexte } from './contexte.tsx';
import { LegendeComparaison } from './libelle-compare.tsx';
import { PanneauContexte, PanneauFormation } from './panneau-formation.tsx';
import type { Touches } from './raccourcis.ts';

interface Props {
  revue: RevueDetail;
  /** Null where the keys are switched off: they are not shown. */
  touches: Touches | null;
  /** Null where the role may not decide. */
  onChoisir: ((candidat: Candidat) => void) | null;
  /** Null where the context is closed. */
  onFermerContexte: (() => void) | null;
}

/** What one reads of an item: the formation on one side, the candidates on the other. Drawn once an item. */
export const CorpsFiche = memo(({ revue, touches, onChoisir, onFermerContexte }: Props) => {
  const translate = useTranslate();
  const titre = useId();
  const { candidats } = revue;
  const reference = [revue.libelle, revue.specialite].filter(Boolean).join(' ');
  return (
    <div className="cc-corps">
      <PanneauFormation revue={revue} />
      <section aria-labelledby={titre} className="cc-corps-candidats">
        <h2 id={titre} className="cc-h2">
          {translate('concordance.revue.candidats')}
        </h2>
        {candidats.length === 0 ? (
          <Alert severity="info">{translate('concordance.revue.aucunCandidat')}</Alert>
        ) : (
          <>
            <LegendeComparaison />
            <ol className="cc-candidats">
              {candidats.map((candidat, index) => (
                <CandidatCarte
                  key={candidat.codeCertification}
                  candidat={candidat}
                  reference={reference}
                  rival={candidats[index === 0 ? 1 : 0]}
                  premier={index === 0}
                  touches={touches}
                  onChoisir={onChoisir}
                />
              ))}
            </ol>
          </>
        )}
      </section>
      <PanneauContexte
        revue={revue}
        contexte={onFermerContexte ? <Contexte revue={revue} onClose={onFermerContexte} /> : null}
      />
    </div>
  );
});
CorpsFiche.displayName = 'CorpsFiche';
