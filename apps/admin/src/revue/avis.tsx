import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatHour } from '../affichage/formats.ts';
import type { RevueDetail } from '../contract/formation.ts';

/** What one must know before deciding: who holds the item, why it is asked again, who already spoke. */
export const Avis = ({ revue, canDecide }: { revue: RevueDetail; canDecide: boolean }) => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) => translate(`concordance.revue.${key}`, values);
  const { statut, bail, resurgence, secondeLecture, lectures = [] } = revue;
  const last = [...revue.jugements].sort((a, b) => b.version - a.version)[0];
  const verdict = (value: string) => translate(`concordance.valeurs.verdict.${value}`).toLowerCase();
  return (
    <>
      {canDecide ? null : (
        <Alert severity="info">
          {t(statut === 'adjudication' ? 'adjudicationReservee' : 'lectureSeule')}
        </Alert>
      )}
      {bail && !bail.parMoi ? (
        <Alert severity="warning">{t('prisPar', { par: bail.par, heure: formatHour(bail.jusquA) })}</Alert>
      ) : null}
      {statut === 'obsolete' ? <Alert severity="warning">{t('obsolete')}</Alert> : null}
      {resurgence ? <Alert severity="warning">{resurgence}</Alert> : null}
      {secondeLecture && statut === 'a_traiter' ? <Alert severity="info">{t('secondeLecture')}</Alert> : null}
      {statut === 'adjudication' ? (
        <Alert severity="warning">
          {t('adjudication')}
          <Box component="ul" sx={{ m: 0, pl: '20px' }}>
            {lectures.map((lecture, index) => (
              <li key={index}>
                {verdict(lecture.verdict)}{' '}
                {lecture.codeCertification ? <code>{lecture.codeCertification}</code> : null}
                {lecture.commentaire ? <> « {lecture.commentaire} »</> : null}
              </li>
            ))}
          </Box>
        </Alert>
      ) : null}
      {statut === 'decide' && last && last.verdict !== 'annule' ? (
        <Alert severity="info">{t('dejaDecidee', { verdict: verdict(last.verdict) })}</Alert>
      ) : null}
    </>
  );
};
