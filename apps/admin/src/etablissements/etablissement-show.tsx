import { Box } from '@mui/material';
import { Show, useRecordContext, useTranslate } from 'react-admin';
import { Bloc, Fiche } from '../affichage/bloc.tsx';
import { CoteACote, Pile } from '../affichage/disposition.tsx';
import { formatDay } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { StatutPastille } from '../affichage/statuts.tsx';
import type { EtablissementDetail, LienEtablissement } from '../contract/etablissement.ts';
import { DETAIL } from '../providers/detail.ts';
import { OuverturePastille } from './etat-pastille.tsx';
import { OrganismesBloc } from './organismes-bloc.tsx';
import { TableauSimple } from './tableau-simple.tsx';

const Liens = ({ liens }: { liens: LienEtablissement[] }) => {
  const translate = useTranslate();
  if (liens.length === 0) return translate('concordance.etablissements.aucunLien');
  return (
    <Box component="ul" sx={{ m: 0, pl: '20px' }}>
      {liens.map(({ uai, nom, dateFermeture }) => (
        <li key={uai}>
          <LienFiche to={`/etablissements/${uai}/show`}>{nom ?? uai}</LienFiche>
          {dateFermeture
            ? ` (${translate('concordance.etablissements.jusquau', { date: formatDay(dateFermeture) })})`
            : null}
        </li>
      ))}
    </Box>
  );
};

const Identite = ({ etablissement }: { etablissement: EtablissementDetail }) => {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.etablissements.fields.${field}`);
  const t = (key: string) => translate(`concordance.etablissements.${key}`);
  const { meres, filles, sirets, dateOuverture, dateFermeture, secteur } = etablissement;
  const source = (id: string) => translate(`concordance.valeurs.sourceControle.${id}`, { _: id });
  return (
    <Bloc titre={t('identite')}>
      <Fiche
        lignes={[
          [label('uai'), <code key="uai">{etablissement.uai}</code>],
          [label('ouverture'), <OuverturePastille key="o" ouverture={etablissement.ouverture} />],
          [label('dateOuverture'), dateOuverture ? formatDay(dateOuverture) : null],
          [label('dateFermeture'), dateFermeture ? formatDay(dateFermeture) : null],
          [label('natureLibelle'), etablissement.natureLibelle],
          [
            label('secteur'),
            secteur ? translate(`concordance.valeurs.secteur.${secteur}`, { _: secteur }) : null,
          ],
          [label('commune'), etablissement.commune],
          [label('academie'), etablissement.academie],
          [
            t('sirets'),
            sirets.length === 0
              ? t('aucunSiret')
              : sirets.map(({ siret, sources }) => (
                  <div key={siret}>
                    <code>{siret}</code> {[...new Set(sources.map((one) => source(one.source)))].join(', ')}
                  </div>
                )),
          ],
          [t('meres'), <Liens key="meres" liens={meres} />],
          [t('filles'), <Liens key="filles" liens={filles} />],
        ]}
      />
      {meres.filter(({ dateFermeture: fin }) => fin === null).length > 1 ? (
        <p>{t('plusieursMeres')}</p>
      ) : null}
    </Bloc>
  );
};

const Desaccords = ({ etablissement }: { etablissement: EtablissementDetail }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.etablissements.${key}`);
  const { desaccords } = etablissement;
  return (
    <Bloc titre={t('desaccords')}>
      {desaccords.length === 0 ? (
        t('aucunDesaccord')
      ) : (
        <Fiche
          lignes={desaccords.map(({ sujet, versions }) => [
            translate(`concordance.valeurs.desaccord.${sujet}`, { _: sujet }),
            versions.map(({ source, dit }) => (
              <div key={`${source} ${dit}`}>
                {translate(`concordance.valeurs.sourceControle.${source}`, { _: source })}
                {' : '}
                {translate(`concordance.valeurs.ditDesaccord.${dit}`, { _: dit })}
              </div>
            )),
          ])}
        />
      )}
    </Bloc>
  );
};

const Formations = ({ etablissement }: { etablissement: EtablissementDetail }) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.etablissements.${key}`);
  const label = (field: string) => translate(`resources.formations.fields.${field}`);
  const { formations } = etablissement;
  return (
    <Bloc titre={t('formations')}>
      {formations.length === 0 ? (
        t('aucuneFormation')
      ) : (
        <TableauSimple
          titre={t('formations')}
          colonnes={[label('libelle'), label('campagneId'), label('statut'), t('controlesManques')]}
          repliees={[label('campagneId'), t('controlesManques')]}
          lignes={formations.map((one) => [
            <LienFiche key="lien" to={`/formations/${one.id}/show`}>
              <Libelles libelle={one.libelle} specialite={one.specialite} />
            </LienFiche>,
            one.campagneNom,
            <StatutPastille key="statut" statut={one.statut} />,
            one.nonConformes.length === 0 ? (
              t('aucun')
            ) : (
              <Rangee key="controles">
                {one.nonConformes.map((critere) => (
                  <Pastille key={critere} ton="erreur">
                    {translate(`concordance.valeurs.critereControle.${critere}`, { _: critere })}
                  </Pastille>
                ))}
              </Rangee>
            ),
          ])}
        />
      )}
    </Bloc>
  );
};

const Detail = () => {
  const etablissement = useRecordContext<EtablissementDetail>();
  if (!etablissement) return null;
  return (
    <Pile>
      <CoteACote>
        <Pile>
          <Identite etablissement={etablissement} />
          <Desaccords etablissement={etablissement} />
        </Pile>
        <OrganismesBloc etablissement={etablissement} />
      </CoteACote>
      <Formations etablissement={etablissement} />
    </Pile>
  );
};

const Titre = () => <>{useRecordContext<EtablissementDetail>()?.nom}</>;

export const EtablissementShow = () => (
  <Show actions={false} component="div" title={<Titre />} queryOptions={{ meta: DETAIL }}>
    <Detail />
  </Show>
);
