import { FormControlLabel, Switch } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { LienFiche } from '../affichage/liste.tsx';
import { RevuePastille } from '../affichage/statuts.tsx';
import type { StatutRevue } from '../contract/formation.ts';

interface Props {
  statut: StatutRevue;
  /** What is still to treat under the filter; null until it is known. */
  restants: number | null;
  /** What has just been done, said by screen readers. */
  annonce: string;
  /** Whether the keys are on. */
  actifs: boolean;
  onActifs: (actifs: boolean) => void;
}

const Interrupteur = memo(({ actifs, onActifs }: Pick<Props, 'actifs' | 'onActifs'>) => {
  const translate = useTranslate();
  return (
    <FormControlLabel
      sx={{ display: { xs: 'none', md: 'inline-flex' }, mr: 0 }}
      control={<Switch size="small" checked={actifs} onChange={(_, checked) => onActifs(checked)} />}
      label={translate('concordance.revue.raccourcis.activer')}
    />
  );
});
Interrupteur.displayName = 'Interrupteur';

/** The line above an item: the way back, its status, what is left, what has just been done, the keys on or off. */
export const EnteteFiche = ({ statut, restants, annonce, actifs, onActifs }: Props) => {
  const translate = useTranslate();
  return (
    <div className="cc-entete-fiche">
      <LienFiche to="/revues">{translate('concordance.revue.retourListe')}</LienFiche>
      <RevuePastille statut={statut} />
      {restants === null ? null : (
        <span>{translate('concordance.revue.restants', { smart_count: restants })}</span>
      )}
      <p role="status">{annonce}</p>
      <Interrupteur actifs={actifs} onActifs={onActifs} />
    </div>
  );
};
