import DeleteOutline from '@mui/icons-material/DeleteOutline';
import RestoreOutlined from '@mui/icons-material/RestoreOutlined';
import { Alert, Box, Button } from '@mui/material';
import {
  Confirm,
  Edit,
  SaveButton,
  SimpleForm,
  Toolbar,
  useCanAccess,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { useState } from 'react';
import type { ReglePerimetre } from '../contract/perimetre.ts';
import { commands } from '../providers/commands.ts';
import { useCommande } from '../providers/use-commande.ts';
import { ChampsRegle } from './champs-regle.tsx';
import { Derogations } from './derogations.tsx';
import { HistoriqueRegle } from './historique-regle.tsx';
import { regleEditOf } from './regle-edit-of.ts';

const Titre = () => <>{useRecordContext<ReglePerimetre>()?.nom}</>;

const Suppression = () => {
  const translate = useTranslate();
  const regle = useRecordContext<ReglePerimetre>();
  const { run, pending } = useCommande();
  const [asking, setAsking] = useState(false);
  if (!regle) return null;
  const t = (key: string) => translate(`concordance.perimetre.${key}`, { nom: regle.nom });
  const remove = async () => {
    setAsking(false);
    await run(() => commands.supprimerRegle(regle), 'concordance.perimetre.supprimee');
  };
  return (
    <>
      <Button color="error" startIcon={<DeleteOutline />} disabled={pending} onClick={() => setAsking(true)}>
        {t('supprimer')}
      </Button>
      <Confirm
        isOpen={asking}
        title={t('supprimerTitre')}
        content={t('supprimerTexte')}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

const Supprimee = ({ regle }: { regle: ReglePerimetre }) => {
  const translate = useTranslate();
  const { run, pending } = useCommande();
  return (
    <Alert
      severity="warning"
      sx={{ m: '16px' }}
      action={
        <Button
          color="inherit"
          startIcon={<RestoreOutlined />}
          disabled={pending}
          onClick={() => void run(() => commands.restaurerRegle(regle), 'concordance.perimetre.restauree')}
        >
          {translate('concordance.perimetre.restaurer')}
        </Button>
      }
    >
      {translate('concordance.perimetre.estSupprimee')}
    </Alert>
  );
};

const Corps = () => {
  const regle = useRecordContext<ReglePerimetre>();
  const { canAccess } = useCanAccess({ resource: 'regles-perimetre', action: 'ecrire' });
  if (!regle) return null;
  const writable = canAccess === true && regle.supprimeeLe === null;
  return (
    <>
      {regle.supprimeeLe === null ? null : <Supprimee regle={regle} />}
      <SimpleForm
        // What was read again replaces the form: the version that is sent is the one that is seen.
        key={regle.version}
        disabled={!writable}
        toolbar={
          writable ? (
            <Toolbar
              sx={{ gap: '16px', justifyContent: 'space-between', backgroundColor: 'background.paper' }}
            >
              <SaveButton />
              <Suppression />
            </Toolbar>
          ) : (
            false
          )
        }
      >
        <ChampsRegle id={regle.id} />
      </SimpleForm>
      <Box
        sx={{
          p: '16px',
          display: 'grid',
          gap: '16px',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' },
          alignItems: 'start',
        }}
      >
        <Derogations regle={regle} />
        <HistoriqueRegle regle={regle} />
      </Box>
    </>
  );
};

/** A rule, the académies that depart from it, and everything that it was. */
export const RegleEdit = () => (
  <Edit
    title={<Titre />}
    actions={false}
    mutationMode="pessimistic"
    redirect={false}
    transform={(data: ReglePerimetre) => ({ ...regleEditOf(data), version: data.version })}
  >
    <Corps />
  </Edit>
);
