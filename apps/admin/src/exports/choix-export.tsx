import { MenuItem, TextField, Typography } from '@mui/material';
import { useGetList, useNavigate, useTranslate } from 'react-admin';
import { formatInstant } from '../affichage/formats.ts';
import type { ExportJson } from '../contract/campagne.ts';

/** The other ended exports of the platform: choosing one opens the comparison, the older of the two first. */
export const ChoixExport = ({ exported }: { exported: ExportJson }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { data } = useGetList<ExportJson>('exports', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'creeLe', order: 'DESC' },
    filter: { plateforme: exported.plateforme, statut: 'terminee' },
  });
  if (exported.statut !== 'terminee' || data === undefined) return null;
  const others = data.filter(({ id }) => id !== exported.id);
  const t = (key: string) => translate(`concordance.exports.comparaison.${key}`);
  if (others.length === 0) return <Typography color="text.secondary">{t('aucunAutre')}</Typography>;
  const open = (id: string) => {
    const other = others.find((each) => each.id === id);
    if (!other) return;
    const [avant, apres] =
      Date.parse(other.creeLe) < Date.parse(exported.creeLe) ? [other, exported] : [exported, other];
    navigate(`/exports/${apres.id}/comparaison/${avant.id}`);
  };
  return (
    <TextField
      select
      size="small"
      label={t('choisir')}
      value=""
      onChange={({ target }) => open(target.value)}
      sx={{ m: 0, width: { xs: '100%', sm: 380 } }}
    >
      {others.map(({ id, creeLe, campagneNom }) => (
        <MenuItem key={id} value={id}>
          {formatInstant(creeLe)}, {campagneNom}
        </MenuItem>
      ))}
    </TextField>
  );
};
