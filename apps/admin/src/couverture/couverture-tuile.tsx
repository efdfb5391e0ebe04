import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import { commands } from '../providers/commands.ts';
import { BarreEtats } from './barre-etats.tsx';
import { share } from './parts.ts';

/** The coverage of a campaign in a word, for the dashboard; nothing while it has no report. */
export const CouvertureTuile = ({ campagneId }: { campagneId: string }) => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.couverture.${key}`, values);
  const { data } = useQuery({
    queryKey: ['couverture', 'tuile', campagneId],
    queryFn: ({ signal }) => commands.couverture(new URLSearchParams({ campagneId }).toString(), signal),
  });
  if (!data || data.total === 0) return null;
  return (
    <Bloc
      titre={t('titre')}
      action={<LienFiche to={`/couverture?campagneId=${data.campagneId}`}>{t('voirRapport')}</LienFiche>}
    >
      <Typography component="p" sx={{ fontSize: '2.25rem', fontWeight: 700, lineHeight: 1.1 }}>
        {share(data.couvert, data.total)}
      </Typography>
      <Typography sx={{ mb: '12px' }}>
        {t('couvertSur', {
          couvert: formatNumber(data.couvert),
          total: formatNumber(data.total),
          poids: t('unites.formations'),
        })}
      </Typography>
      <BarreEtats etats={data.etats} total={data.total} />
    </Bloc>
  );
};
