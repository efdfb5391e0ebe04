import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Libelles } from '../affichage/libelles.tsx';
import type { Anteriorites } from '../contract/contexte.ts';
import { segment } from '../providers/http-client.ts';
import { Morceau, useMorceau } from './contexte-formation.tsx';

/** One earlier answer: where it comes from, the label of then, what was said of it. */
const Reponse = ({
  source,
  libelle,
  specialite,
  children,
}: {
  source: string;
  libelle: string;
  specialite: string | null;
  children: ReactNode;
}) => (
  <li>
    <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{source}</Box>
    <Libelles libelle={libelle} specialite={specialite} />
    <div>{children}</div>
  </li>
);

const Certification = ({ code, libelle }: { code: string; libelle: string }) => (
  <>
    {libelle} <code>{code}</code>
  </>
);

/** What people decided of the same formations in earlier campaigns, under another label. */
export const ContexteAnterieur = ({ revueId }: { revueId: string }) => {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.revue.contexte.${key}`, values);
  const query = useMorceau<Anteriorites>(`/revues/${segment(revueId)}/anteriorites`);
  return (
    <Morceau titre={t('anterieur')} query={query}>
      {({ decisions, encodages }) =>
        decisions.length + encodages.length === 0 ? (
          t('rienAuparavant')
        ) : (
          <Box component="ul" sx={{ m: 0, pl: '20px', display: 'grid', gap: '8px', fontSize: '0.9375rem' }}>
            {decisions.map(({ identifiant, campagneNom, verdict, codeCertification, ...decision }) => (
              <Reponse
                key={`${campagneNom} ${identifiant}`}
                source={t('formation', { identifiant, source: campagneNom })}
                libelle={decision.libelle}
                specialite={decision.specialite}
              >
                {translate(`concordance.valeurs.verdict.${verdict}`)}
                {codeCertification ? (
                  <>
                    {' : '}
                    <Certification
                      code={codeCertification}
                      libelle={decision.libelleCertification ?? codeCertification}
                    />
                  </>
                ) : null}
              </Reponse>
            ))}
            {encodages.map(
              ({ identifiant, libelle, annee, code, certifications, instantane, commentaire }, i) => (
                <Reponse
                  key={`${instantane} ${identifiant} ${String(i)}`}
                  source={t('formation', {
                    identifiant,
                    source: t('encodage', { annee: annee ?? '', fichier: instantane }),
                  })}
                  libelle={libelle ?? identifiant}
                  specialite={null}
                >
                  {certifications.length === 0
                    ? code === null
                      ? t('sansCode')
                      : t('codeInconnu', { code })
                    : certifications.map(({ codeCertification, libelle: nom }) => (
                        <div key={codeCertification}>
                          <Certification code={codeCertification} libelle={nom} />
                        </div>
                      ))}
                  {commentaire ? <Box sx={{ fontStyle: 'italic' }}>« {commentaire} »</Box> : null}
                </Reponse>
              ),
            )}
          </Box>
        )
      }
    </Morceau>
  );
};
