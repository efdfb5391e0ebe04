import { Alert, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { ACTEURS, MOTIFS_AUCUNE, type Acteur, type MotifAucune } from '../contract/formation.ts';
import { commandsRevue } from '../providers/commands-revue.ts';

/** Why no certification fits, and who must act. */
export interface Refus {
  motif: MotifAucune;
  /** Null until one is chosen: whoever acts for this reason by default. */
  acteur: Acteur | null;
  commentaire: string;
}

export const REFUS_INITIAL: Refus = { motif: MOTIFS_AUCUNE[0], acteur: null, commentaire: '' };

/** Who acts for each reason unless someone else is named, as the server says it. */
const useActeurs = () => {
  const { data } = useQuery({
    queryKey: ['revues', 'motifs'],
    queryFn: ({ signal }) => commandsRevue.motifs(signal),
    staleTime: Infinity,
  });
  return (motif: MotifAucune) => {
    const known = data?.data.find((one) => one.motif === motif);
    return { defaut: known?.acteur ?? null, choix: known?.acteurs ?? ACTEURS };
  };
};

/** The acteur to send with a refusal: the one chosen, else the one of the reason. */
export const useActeurDe = () => {
  const acteurs = useActeurs();
  return ({ motif, acteur }: Refus): Acteur => acteur ?? acteurs(motif).defaut ?? 'etablissement';
};

/** The reason from the closed list, who must act, and a free comment. */
export const ChoixRefus = ({
  refus,
  onChange,
  autoFocus = false,
}: {
  refus: Refus;
  onChange: (refus: Refus) => void;
  autoFocus?: boolean;
}) => {
  const translate = useTranslate();
  const id = useId();
  const acteurs = useActeurs();
  const acteurDe = useActeurDe();
  const t = (key: string) => translate(`concordance.revue.aucuneDialogue.${key}`);
  const { motif, commentaire } = refus;
  return (
    <>
      <FormLabel id={id}>{t('motif')}</FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={motif}
        onChange={(_, value) => onChange({ ...refus, motif: value as MotifAucune, acteur: null })}
      >
        {MOTIFS_AUCUNE.map((value, index) => (
          <FormControlLabel
            key={value}
            value={value}
            control={<Radio autoFocus={autoFocus && index === 0} />}
            label={translate(`concordance.valeurs.motifAucune.${value}`)}
          />
        ))}
      </RadioGroup>
      <TextField
        select
        label={t('acteur')}
        value={acteurDe(refus)}
        onChange={(event) => onChange({ ...refus, acteur: event.target.value as Acteur })}
        sx={{ mt: '12px' }}
      >
        {acteurs(motif).choix.map((acteur) => (
          <MenuItem key={acteur} value={acteur}>
            {translate(`concordance.valeurs.acteur.${acteur}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('commentaire')}
        value={commentaire}
        onChange={(event) => onChange({ ...refus, commentaire: event.target.value })}
        multiline
        maxRows={4}
      />
      {motif === 'autre' && commentaire.trim() === '' ? (
        <Alert severity="info" sx={{ mt: '8px' }}>
          {t('preciser')}
        </Alert>
      ) : null}
    </>
  );
};
