import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import HighlightOff from '@mui/icons-material/HighlightOff';
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff';
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
    <table className="cc-codes">
      <thead>
        <tr>
          <th scope="col">{translate('concordance.formations.code')}</th>
          <th scope="col">{translate('concordance.formations.controle')}</th>
          <th scope="col">{translate('concordance.formations.sens')}</th>
        </tr>
      </thead>
      <tbody>
        {resolutions.map((resolution) => (
          <tr key={`${resolution.typeCertification}-${resolution.valeur}`}>
            <th scope="row">
              {v('typeCode', resolution.typeCertification)}
              <br />
              <code>{resolution.valeur}</code>
            </th>
            <td>
              <Pastille {...controleLook(resolution.controle)}>{resolution.controle}</Pastille>
              <small>
                {[
                  resolution.anciennete ? v('anciennete', resolution.anciennete) : null,
                  resolution.appariement === 'inverse' ? v('appariement', 'inverse') : null,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </td>
            <td>
              {resolution.certifications.length === 0
                ? resolution.validite
                : resolution.certifications.map((code) => (
                    <div key={code}>
                      <LienFiche to={`/certifications/${encodeURIComponent(code)}/show`}>{code}</LienFiche>
                    </div>
                  ))}
              {resolution.certifications.length > 1 ? <small>{resolution.validite}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
