import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import type { CommandeGroupe, Ecarte, Similaires } from '../contract/revue.ts';
import { newCommandId } from '../providers/command-id.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { ChoixRefus, REFUS_INITIAL, useActeurDe } from './choix-refus.tsx';

const useMots = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.similaires.${key}`, values);
};

const Exemples = ({ similaires }: { similaires: Similaires }) => {
  const t = useMots();
  return (
    <>
      <Typography sx={{ fontWeight: 700 }}>{t('compte', { smart_count: similaires.nombre })}</Typography>
      <Box component="ul" sx={{ mt: '4px', pl: '20px' }}>
        {similaires.description.map((ligne) => (
          <li key={ligne}>{ligne}</li>
        ))}
      </Box>
      <Typography component="h3" variant="h3">
        {t('exemples')}
      </Typography>
      <Box component="ol" sx={{ mt: '4px', pl: '24px', display: 'grid', gap: '6px' }}>
        {similaires.exemples.map(({ id, libelle, specialite, nbFormations, premierCandidat }) => (
          <li key={id}>
            <Libelles libelle={libelle} specialite={specialite} /> (×{formatNumber(nbFormations)})
            {premierCandidat ? (
              <div>
                → {premierCandidat.libelle} <code>{premierCandidat.codeCertification}</code>
              </div>
            ) : null}
          </li>
        ))}
      </Box>
    </>
  );
};

/** What came of the decision: how many, which were left out and why, and one way back for all. */
const Resultat = ({
  decides,
  ecartes,
  groupeId,
}: {
  decides: number;
  ecartes: Ecarte[];
  groupeId: string;
}) => {
  const t = useMots();
  // The same id when sent again: the undo is written once.
  const [commandeId] = useState(newCommandId);
  const annulation = useMutation({ mutationFn: () => commandsRevue.annulerGroupe(groupeId, commandeId) });
  return (
    <>
      <Alert
        severity="success"
        action={
          annulation.data ? null : (
            <Button color="inherit" disabled={annulation.isPending} onClick={() => annulation.mutate()}>
              {t('toutAnnuler')}
            </Button>
          )
        }
      >
        {annulation.data
          ? t('repris', { smart_count: annulation.data.repris })
          : t('decides', { smart_count: decides })}
      </Alert>
      {annulation.error ? <Erreur titre={t('erreur')} error={annulation.error} /> : null}
      {ecartes.length > 0 ? (
        <>
          <Typography sx={{ mt: '12px' }}>{t('ecartes', { smart_count: ecartes.length })}</Typography>
          <Box component="ul" sx={{ mt: '4px', pl: '20px' }}>
            {ecartes.map(({ id, libelle, raison }) => (
              <li key={id}>
                {libelle} : {raison}
              </li>
            ))}
          </Box>
        </>
      ) : null}
    </>
  );
};

/** Decides together the items with the same explanation pattern: shown by ten examples, taken back in one go. */
export const DialogueSimilaires = ({
  revueId,
  onFait,
  onClose,
}: {
  revueId: string;
  /** How many were decided and are still so. */
  onFait: (decides: number) => void;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const t = useMots();
  const id = useId();
  const [verdict, setVerdict] = useState<CommandeGroupe['verdict']>('accepte');
  const [refus, setRefus] = useState(REFUS_INITIAL);
  const [commandeId] = useState(newCommandId);
  const acteurDe = useActeurDe();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['similaires', revueId],
    queryFn: ({ signal }) => commandsRevue.similaires(revueId, signal),
    gcTime: 0,
  });
  const decision = useMutation({
    mutationFn: (elements: CommandeGroupe['elements']) =>
      commandsRevue.deciderGroupe({
        commandeId,
        revueId,
        verdict,
        elements,
        ...(verdict === 'aucune'
          ? { motif: refus.motif, acteur: acteurDe(refus), commentaire: refus.commentaire.trim() }
          : {}),
      }),
  });
  const fermer = () => (decision.data ? onFait(decision.data.decides) : onClose());
  return (
    <Dialog open onClose={fermer} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id}>{t('titre')}</DialogTitle>
      <DialogContent>
        {isPending ? <Chargement /> : null}
        {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
        {data && !decision.data ? (
          <>
            <Exemples similaires={data} />
            <RadioGroup
              aria-label={t('decision')}
              value={verdict}
              onChange={(_, value) => setVerdict(value as CommandeGroupe['verdict'])}
            >
              <FormControlLabel value="accepte" control={<Radio />} label={t('accepter')} />
              <FormControlLabel value="aucune" control={<Radio />} label={t('refuser')} />
            </RadioGroup>
            {verdict === 'aucune' ? <ChoixRefus refus={refus} onChange={setRefus} /> : null}
          </>
        ) : null}
        {decision.error ? <Erreur titre={t('erreur')} error={decision.error} /> : null}
        {decision.data ? <Resultat {...decision.data} /> : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={fermer}>{translate(decision.data ? 'ra.action.close' : 'ra.action.cancel')}</Button>
        {data && !decision.data ? (
          <Button
            variant="contained"
            disabled={decision.isPending}
            onClick={() => decision.mutate(data.elements)}
          >
            {t('valider', { smart_count: data.elements.length })}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
};
