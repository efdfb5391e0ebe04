import Undo from '@mui/icons-material/Undo';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Chargement, Erreur, Vide } from '../affichage/etats.tsx';
import { formatInstant } from '../affichage/formats.ts';
import { Libelles } from '../affichage/libelles.tsx';
import { LienFiche } from '../affichage/liste.tsx';
import { Pagination } from '../affichage/pagination.tsx';
import type { MaDecision } from '../contract/revue.ts';
import { newCommandId } from '../providers/command-id.ts';
import { commandsRevue } from '../providers/commands-revue.ts';
import { useCommande } from '../providers/use-commande.ts';
import { DialogueAnnulation } from './dialogue-annulation.tsx';
import { revuePath } from './revue-query.ts';

const PAR_PAGE = 25;

const Lignes = ({
  decisions,
  onReprendre,
}: {
  decisions: MaDecision[];
  onReprendre: (revueId: string) => void;
}) => {
  const translate = useTranslate();
  const t = (key: string) => translate(`concordance.mesDecisions.${key}`);
  // Four columns do not fit a narrow screen: when and what can be done are then said under the decision.
  const etroit = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const quand = ({ creeLe, origine }: MaDecision) => (
    <>
      {formatInstant(creeLe)}
      <div>{translate(`concordance.valeurs.origineJugement.${origine}`)}</div>
    </>
  );
  const action = ({ annulable, raison, revueId }: MaDecision) =>
    annulable ? (
      <Button startIcon={<Undo />} onClick={() => onReprendre(revueId)}>
        {t('reprendre')}
      </Button>
    ) : (
      raison
    );
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" sx={{ '& td, & th': { verticalAlign: 'top' }, '& td': { minWidth: 120 } }}>
        <TableHead>
          <TableRow>
            {['fiche', 'decision', ...(etroit ? [] : ['quand', 'action'])].map((key) => (
              <TableCell key={key}>{t(key)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {decisions.map((decision) => (
            <TableRow key={decision.id}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                <LienFiche to={revuePath(decision.revueId)}>
                  <Libelles libelle={decision.libelle} specialite={decision.specialite} />
                </LienFiche>
              </TableCell>
              <TableCell>
                {translate(`concordance.valeurs.verdict.${decision.verdict}`)}
                {decision.codeCertification ? (
                  <div>
                    {decision.libelleCertification} <code>{decision.codeCertification}</code>
                  </div>
                ) : null}
                {decision.motif ? (
                  <div>{translate(`concordance.valeurs.motifAucune.${decision.motif}`)}</div>
                ) : null}
                {decision.acteur ? (
                  <div>{translate(`concordance.valeurs.acteur.${decision.acteur}`)}</div>
                ) : null}
                {etroit ? (
                  <>
                    {quand(decision)}
                    {action(decision)}
                  </>
                ) : null}
              </TableCell>
              {etroit ? null : (
                <>
                  <TableCell>{quand(decision)}</TableCell>
                  <TableCell>{action(decision)}</TableCell>
                </>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

/** Everything one has decided, newest first: each can be taken back once what it changes has been shown. */
export const MesDecisions = () => {
  const translate = useTranslate();
  const [page, setPage] = useState(0);
  const [revueId, setRevueId] = useState<string | null>(null);
  const { run } = useCommande();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['revues', 'decisions', page],
    queryFn: ({ signal }) => commandsRevue.mesDecisions({ page: page + 1, perPage: PAR_PAGE }, signal),
    placeholderData: (previous) => previous,
  });
  const t = (key: string) => translate(`concordance.mesDecisions.${key}`);
  const reprendre = (id: string, version: number) => {
    setRevueId(null);
    void run(async () => {
      await commandsRevue.annulerDecision(id, { commandeId: newCommandId(), version });
      await refetch();
    }, 'concordance.mesDecisions.reprise');
  };
  return (
    <>
      <Title title={t('titre')} preferenceKey={false} />
      <LienFiche to="/revues">{translate('concordance.revue.retourListe')}</LienFiche>
      {isPending ? <Chargement /> : null}
      {error ? <Erreur titre={t('erreur')} error={error} onRetry={() => void refetch()} /> : null}
      {data?.total === 0 ? <Vide>{t('aucune')}</Vide> : null}
      {data && data.total > 0 ? (
        <>
          <Lignes decisions={data.data} onReprendre={setRevueId} />
          <Pagination total={data.total} page={page} perPage={PAR_PAGE} onChange={setPage} />
        </>
      ) : null}
      {revueId ? (
        <DialogueAnnulation
          revueId={revueId}
          onValider={(version) => reprendre(revueId, version)}
          onClose={() => setRevueId(null)}
        />
      ) : null}
    </>
  );
};
