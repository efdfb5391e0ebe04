import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useParams, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { Pile } from '../affichage/disposition.tsx';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { LienFiche, Rangee } from '../affichage/liste.tsx';
import { Pastille } from '../affichage/pastille.tsx';
import { useValidite } from '../affichage/validite.ts';
import type { ElementAveugle, GenreLecture, ReponseLecture } from '../contract/revue.ts';
import { newCommandId } from '../providers/command-id.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { DialogueAucune } from '../revue/dialogue-aucune.tsx';
import { affichage } from '../revue/raccourcis.ts';
import { Touche } from '../revue/touche.tsx';
import { useRaccourcis, useReglages } from '../revue/use-raccourcis.ts';

type Reponse = Omit<ReponseLecture, 'commandeId'>;

/** The candidates as the server shuffled them: neither rank, score nor reason is known here. */
const Candidats = ({
  element,
  touches,
  disabled,
  onChoisir,
}: {
  element: ElementAveugle;
  touches: boolean;
  disabled: boolean;
  onChoisir: (codeCertification: string) => void;
}) => {
  const translate = useTranslate();
  const validite = useValidite();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '12px' }}>
      {element.candidats.map((candidat, index) => (
        <Paper
          key={candidat.codeCertification}
          component="li"
          variant="outlined"
          sx={{ p: '12px', display: 'flex', gap: '12px', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
        >
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>
            <Typography variant="h3" component="h3">
              {candidat.libelle}
            </Typography>
            <Typography sx={{ fontSize: '0.9375rem' }}>
              {[candidat.famille, validite(candidat)].filter(Boolean).join(' · ')}
            </Typography>
            <code>{candidat.codeCertification}</code> {candidat.rncp.join(', ')}
          </Box>
          <Button
            variant="outlined"
            disabled={disabled}
            onClick={() => onChoisir(candidat.codeCertification)}
            sx={{ flexShrink: 0, alignSelf: 'start' }}
          >
            {translate('concordance.revue.actions.choisir')}
            {touches && index < 9 ? <Touche>{String(index + 1)}</Touche> : null}
          </Button>
        </Paper>
      ))}
    </Box>
  );
};

const Formation = ({ element }: { element: ElementAveugle }) => {
  const translate = useTranslate();
  const codes = Object.entries<string | string[] | null>({ ...element.codes }).flatMap(([type, value]) => {
    const texte = Array.isArray(value) ? value.join(', ') : value;
    return texte ? [`${type.toUpperCase()} ${texte}`] : [];
  });
  return (
    <Paper variant="outlined" sx={{ p: '16px' }}>
      <Typography component="h2" variant="h2">
        {element.libelle}
      </Typography>
      {element.specialite ? (
        <Typography sx={{ fontSize: '1.125rem' }}>{element.specialite}</Typography>
      ) : null}
      <Rangee>
        <Pastille ton="info">
          {translate('concordance.revue.nbFormations', { smart_count: element.nbFormations })}
        </Pastille>
        {[
          element.typeDiplome,
          element.voie ? translate(`concordance.valeurs.voie.${element.voie}`) : null,
          ...codes,
        ]
          .filter((text) => text !== null)
          .map((text) => (
            <Pastille key={text} ton="neutre">
              {text}
            </Pastille>
          ))}
      </Rangee>
    </Paper>
  );
};

const Element = ({ element, onFait }: { element: ElementAveugle; onFait: () => void }) => {
  const translate = useTranslate();
  const { actifs, touches } = useReglages();
  const [refus, setRefus] = useState(false);
  // One id an item: an answer sent again is written once.
  const [commandeId] = useState(newCommandId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (reponse: Reponse) => commandsRevue.lire(element.id, { ...reponse, commandeId }),
    onSuccess: onFait,
  });
  const choisir = (codeCertification: string | undefined) => {
    if (codeCertification !== undefined && !isPending) mutate({ verdict: 'autre', codeCertification });
  };
  useRaccourcis(actifs && !refus, touches, (command) => {
    if (command.action === 'choisir') choisir(element.candidats[command.rang - 1]?.codeCertification);
    else if (command.action === 'aucune') setRefus(true);
    else if (command.action === 'incertain' && !isPending) mutate({ verdict: 'incertain' });
  });
  const touche = (key: string | null) => (actifs && key ? <Touche>{affichage(key)}</Touche> : null);
  return (
    <Pile>
      <Formation element={element} />
      {error ? <Erreur titre={translate('concordance.revue.echec')} error={error} /> : null}
      <Candidats
        element={element}
        touches={actifs && touches.choisir}
        disabled={isPending}
        onChoisir={choisir}
      />
      <Rangee>
        <Button variant="outlined" disabled={isPending} onClick={() => setRefus(true)}>
          {translate('concordance.revue.actions.aucune')}
          {touche(touches.aucune)}
        </Button>
        <Button variant="outlined" disabled={isPending} onClick={() => mutate({ verdict: 'incertain' })}>
          {translate('concordance.revue.actions.incertain')}
          {touche(touches.incertain)}
        </Button>
      </Rangee>
      {refus ? (
        <DialogueAucune
          onClose={() => setRefus(false)}
          onValider={(motif, _acteur, commentaire) => {
            setRefus(false);
            mutate({ verdict: 'aucune', motif, ...(commentaire ? { commentaire } : {}) });
          }}
        />
      ) : null}
    </Pile>
  );
};

/** Answers items as if nobody had: audits of what was accepted, and second readings. */
export const LecturePage = () => {
  const translate = useTranslate();
  const { genre } = useParams();
  const [search] = useSearchParams();
  const wanted: GenreLecture = genre === 'seconde_lecture' ? 'seconde_lecture' : 'audit';
  const campagne = search.get('campagne') ?? '';
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['lecture', wanted, campagne],
    queryFn: () => commandsRevue.prochaineLecture(wanted, campagne),
    // Each reading takes an item: never by itself.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const t = (key: string, values?: Record<string, unknown>) =>
    translate(`concordance.lecture.${key}`, values);
  return (
    <Box sx={{ display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0,1fr)', maxWidth: 900 }}>
      <Title title={t(wanted === 'audit' ? 'titre' : 'seconde')} preferenceKey={false} />
      <Rangee>
        <LienFiche to="/confiance">{t('retour')}</LienFiche>
        {data?.element ? <span role="status">{t('restants', { smart_count: data.restants })}</span> : null}
      </Rangee>
      <Alert severity="info">{t('consigne')}</Alert>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data?.element === null ? <Vide>{t('fini')}</Vide> : null}
      {data?.element ? (
        <Element key={data.element.id} element={data.element} onFait={() => void refetch()} />
      ) : null}
    </Box>
  );
};
