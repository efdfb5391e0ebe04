import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Source } from '../contract/collecte.ts';

/** Which credentials must be given before a source can be called, by the name of their variable. */
export const IdentifiantsManquants = ({ source }: { source: Source | undefined }) => {
  const translate = useTranslate();
  const manquants = source?.connecteur?.manquants ?? [];
  if (manquants.length === 0) return null;
  return (
    <Alert severity="warning">
      {translate('concordance.collectes.manquants', { smart_count: manquants.length })}{' '}
      {manquants.map((nom, index) => (
        <span key={nom}>
          {index > 0 ? ', ' : ''}
          <code>{nom}</code>
        </span>
      ))}
    </Alert>
  );
};
