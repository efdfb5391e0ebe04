import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Link, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur } from '../affichage/etats.tsx';
import { formatBytes, formatInstant, formatNumber } from '../affichage/formats.ts';
import { LienFiche } from '../affichage/liste.tsx';
import { Sha256 } from '../affichage/sha256.tsx';
import { ExecutionPastille } from '../affichage/statuts.tsx';
import type { ExportJson } from '../contract/campagne.ts';
import { PageSuivie } from '../executions/page-suivie.tsx';
import { isActive } from '../executions/progression.tsx';
import { urlFichier } from '../providers/commands.ts';
import { ChoixExport } from './choix-export.tsx';

const Detail = () => {
  const translate = useTranslate();
  const exported = useRecordContext<ExportJson>();
  if (!exported) return null;
  const label = (field: string) => translate(`resources.exports.fields.${field}`);
  const first = exported.fichiers[0];
  return (
    <Pile largeur={900}>
      {exported.erreur ? (
        <Erreur titre={translate('concordance.exports.erreur')} error={new Error(exported.erreur)} />
      ) : null}
      {isActive(exported) ? <Chargement label={translate('concordance.exports.enPreparation')} /> : null}
      <Bloc titre={translate('concordance.campagnes.description')}>
        <Fiche
          lignes={[
            [
              label('campagneNom'),
              <LienFiche key="campagne" to={`/campagnes/${exported.campagneId}/show`}>
                {exported.campagneNom}
              </LienFiche>,
            ],
            [label('statut'), <ExecutionPastille key="statut" statut={exported.statut} />],
            [
              label('nbFormations'),
              exported.nbFormations === null ? null : formatNumber(exported.nbFormations),
            ],
            [label('octets'), exported.octets === null ? null : formatBytes(exported.octets)],
            [label('sha256'), exported.sha256 ? <Sha256 key="sha" value={exported.sha256} /> : null],
          ]}
        />
        <Box sx={{ mt: '16px' }}>
          <ChoixExport exported={exported} />
        </Box>
      </Bloc>
      {first ? (
        <Bloc titre={translate('concordance.exports.fichiers')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '16px' }}>
            {exported.fichiers.map(({ nom, octets, sha256 }) => (
              <li key={nom}>
                <Link
                  href={urlFichier(exported.id, nom)}
                  download={nom}
                  sx={{
                    display: 'inline-flex',
                    alignItems: 'center',
                    gap: '6px',
                    fontWeight: 500,
                    minHeight: 32,
                  }}
                >
                  <FileDownloadOutlined aria-hidden fontSize="small" />
                  {translate('concordance.exports.telecharger', { nom })} ({formatBytes(octets)})
                </Link>
                <div>
                  <Sha256 value={sha256} />
                </div>
              </li>
            ))}
          </Box>
          <Typography color="text.secondary" sx={{ mt: '16px', fontSize: '0.875rem' }}>
            {translate('concordance.exports.verifier', { nom: first.nom })}
          </Typography>
        </Bloc>
      ) : null}
    </Pile>
  );
};

const Titre = () => {
  const exported = useRecordContext<ExportJson>();
  return exported ? (
    <>
      {exported.campagneNom}, {formatInstant(exported.creeLe)}
    </>
  ) : null;
};

export const ExportShow = () => (
  <PageSuivie<ExportJson> titre={<Titre />}>
    <Detail />
  </PageSuivie>
);
