import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Bloc } from '../affichage/bloc.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import { commandsRevue } from '../providers/commands-revue.ts';
import { Intervalle } from './intervalle.tsx';

/** The measured precision in a word, for the dashboard; nothing while no sample was read. */
export const PrecisionTuile = ({ campagneId }: { campagneId: string }) => {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['confiance', campagneId],
    queryFn: ({ signal }) => commandsRevue.confiance(campagneId, signal),
  });
  const precision = data?.audit?.precision;
  if (!precision) return null;
  return (
    <Bloc
      titre={translate('concordance.confiance.precision')}
      action={<LienFiche to="/confiance">{translate('concordance.tableauDeBord.toutVoir')}</LienFiche>}
    >
      <Intervalle {...precision} />
    </Bloc>
  );
};
