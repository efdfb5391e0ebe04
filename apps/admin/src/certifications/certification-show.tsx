import { Show, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { Pile } from '../affichage/disposition.tsx';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { useValidite } from '../affichage/validite.ts';
import type { Certification } from '../contract/formation.ts';
import { CpfBloc } from './cpf.tsx';
import { Graphe } from './graphe.tsx';

const Liens = ({ cfds, vide }: { cfds: string[]; vide: string }) =>
  cfds.length === 0 ? (
    <>{vide}</>
  ) : (
    <Rangee>
      {cfds.map((cfd) => (
        <LienFiche key={cfd} to={`/certifications/${encodeURIComponent(`CFD:${cfd}`)}/show`}>
          {cfd}
        </LienFiche>
      ))}
    </Rangee>
  );

const Detail = () => {
  const translate = useTranslate();
  const validite = useValidite();
  const certification = useRecordContext<Certification>();
  if (!certification) return null;
  const label = (field: string) => translate(`resources.certifications.fields.${field}`);
  const t = (key: string) => translate(`concordance.certifications.${key}`);
  return (
    <Pile largeur={1100}>
      <Bloc titre={t('validite')}>
        <Fiche
          lignes={[
            [label('famille'), certification.famille],
            [label('niveauQualification'), certification.niveauQualification],
            [t('validite'), validite(certification)],
          ]}
        />
      </Bloc>
      <Bloc titre={t('codes')}>
        <Fiche
          lignes={[
            [label('code'), <code key="code">{certification.code}</code>],
            [label('cfd'), certification.cfd],
            [label('sise'), certification.sise],
            [label('niveau'), certification.niveau],
            [label('mefstat11'), certification.mefstat11.join(', ')],
            [label('rncp'), certification.rncp.join(', ')],
            [label('ideo'), certification.ideo.join(', ')],
            [label('ci'), certification.ci.join(', ')],
          ]}
        />
      </Bloc>
      <Bloc titre={t('continuite')}>
        <Fiche
          lignes={[
            [label('anciens'), <Liens key="anciens" cfds={certification.anciens} vide={t('aucunAncien')} />],
            [
              label('nouveaux'),
              <Liens key="nouveaux" cfds={certification.nouveaux} vide={t('aucunNouveau')} />,
            ],
          ]}
        />
      </Bloc>
      <Graphe code={certification.code} />
      <CpfBloc code={certification.code} />
    </Pile>
  );
};

const Titre = () => <>{useRecordContext<Certification>()?.libelle}</>;

export const CertificationShow = () => (
  <Show actions={false} component="div" title={<Titre />}>
    <Detail />
  </Show>
);
