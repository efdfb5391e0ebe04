import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import type { Instantane } from '../contract/campagne.ts';

const part = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

/** How far a snapshot is from the nearest one of its table, and why it waits for a person when it does. */
export const EcartInstantane = ({ instantane: { ecart, statut } }: { instantane: Instantane }) => {
  const translate = useTranslate();
  if (!ecart) return null;
  const t = (key: string, options?: object) => translate(`concordance.imports.${key}`, options);
  const { reference, lignes, refus, disparus, colonnes, raisons } = ecart;
  const codes = disparus.exemples.slice(0, 5).join(', ');
  return (
    <Bloc titre={t('ecart')}>
      {raisons.length > 0 ? (
        <Alert severity={statut === 'a_confirmer' ? 'warning' : 'info'} sx={{ mb: '12px' }}>
          {statut === 'a_confirmer' ? <div>{t('attenteConfirmation')}</div> : null}
          <Box component="ul" sx={{ m: 0, pl: '20px' }}>
            {raisons.map((raison) => (
              <li key={raison}>{raison}</li>
            ))}
          </Box>
        </Alert>
      ) : null}
      <Fiche
        lignes={[
          [
            t('ecartReference'),
            <LienFiche key="reference" to={`/instantanes/${reference.id}/show`}>
              {[reference.nom, reference.millesime].filter(Boolean).join(' · ')}
            </LienFiche>,
          ],
          [
            t('ecartLignes'),
            t('ecartDe', { avant: formatNumber(lignes.avant), apres: formatNumber(lignes.apres) }),
          ],
          [
            t('ecartRefus'),
            t('ecartDe', { avant: part.format(refus.avant), apres: part.format(refus.apres) }),
          ],
          [
            t('ecartDisparus'),
            t('ecartSur', { n: formatNumber(disparus.n), sur: formatNumber(disparus.sur) }) +
              (codes ? ` (${codes}${disparus.n > 5 ? '…' : ''})` : ''),
          ],
          [t('ecartColonnes'), colonnes.ajoutees.join(', ')],
          [t('ecartRetirees'), colonnes.retirees.join(', ')],
        ]}
      />
    </Bloc>
  );
};
