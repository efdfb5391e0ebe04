import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import HighlightOff from '@mui/icons-material/HighlightOff';
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CodeResolution } from '../contract/formation.ts';
import { LienFiche } from './liste.tsx';
import { Pastille } from './pastille.tsx';

/** How the control at the rentrée looks: found, replaced or out of date, unknown. */
const controleLook = (controle: string) => {
  if (controle === 'trouvé') return { ton: 'succes', icon: CheckCircleOutline } as const;
  if (controle === 'non trouvé') return { ton: 'erreur', icon: HighlightOff } as const;
  return { ton: 'alerte', icon: HistoryToggleOff } as const;
};

/** The codes a catalogue row gives, and what each resolves to in the concordance graph. */
export const CodesResolus = ({ resolutions }: { resolutions: CodeResolution[] }) => {
  const translate = useTranslate();
  if (resolutions.length === 0) return <>{translate('concordance.formations.aucunCode')}</>;
  const v = (list: string, key: string) => translate(`concordance.valeurs.${list}.${key}`, { _: key });
  return (
    <Box>
      <Table
        size="small"
        sx={{
          '& td, & th': { px: '6px', verticalAlign: 'top', whiteSpace: 'normal', overflowWrap: 'anywhere' },
          // A code is read and compared at a glance: never cut over two lines.
          '& code': { whiteSpace: 'nowrap', fontSize: '0.8125rem' },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{translate('concordance.formations.code')}</TableCell>
            <TableCell>{translate('concordance.formations.controle')}</TableCell>
            <TableCell>{translate('concordance.formations.sens')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {resolutions.map((resolution) => (
            <TableRow key={`${resolution.typeCertification}-${resolution.valeur}`}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                {v('typeCode', resolution.typeCertification)}
                <br />
                <code>{resolution.valeur}</code>
              </TableCell>
              <TableCell>
                <Pastille {...controleLook(resolution.controle)}>{resolution.controle}</Pastille>
                <Box sx={{ fontSize: '0.8125rem', mt: '2px' }}>
                  {[
                    resolution.anciennete ? v('anciennete', resolution.anciennete) : null,
                    resolution.appariement === 'inverse' ? v('appariement', 'inverse') : null,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </Box>
              </TableCell>
              <TableCell>
                {resolution.certifications.length === 0
                  ? resolution.validite
                  : resolution.certifications.map((code) => (
                      <Box key={code}>
                        <LienFiche to={`/certifications/${encodeURIComponent(code)}/show`}>{code}</LienFiche>
                      </Box>
                    ))}
                {resolution.certifications.length > 1 ? (
                  <Box sx={{ fontSize: '0.8125rem' }}>{resolution.validite}</Box>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
