import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Ton } from '../theme/tons.ts';
import { formatNumber } from './formats.ts';
import { Pastille } from './pastille.tsx';

type Genre = 'ajoute' | 'retire' | 'modifie';

const TONS: Record<Genre, Ton> = {
  ajoute: 'succes',
  retire: 'erreur',
  modifie: 'alerte',
};

/** Whether a row was added, removed or changed. */
export const GenreChangement = ({ genre }: { genre: Genre }) => {
  const translate = useTranslate();
  return <Pastille ton={TONS[genre]}>{translate(`concordance.valeurs.genreChangement.${genre}`)}</Pastille>;
};

/** Nothing: neither struck out nor underlined, it would look like something else. */
const VIDE = '–';

/** A value of a row as people read it: a list by its items, a list of records by their number, nothing as a dash. */
const useTexte = () => {
  const translate = useTranslate();
  const say = (valeur: unknown, mot: (code: string) => string): string => {
    if (valeur === null || valeur === undefined || valeur === '') return VIDE;
    if (Array.isArray(valeur)) {
      if (valeur.length === 0) return VIDE;
      return valeur.every((each) => typeof each === 'object' && each !== null)
        ? translate('concordance.application.elements', { smart_count: valeur.length })
        : valeur.map((each) => say(each, mot)).join(', ');
    }
    if (typeof valeur === 'number') return formatNumber(valeur);
    return typeof valeur === 'string' ? mot(valeur) : JSON.stringify(valeur);
  };
  return say;
};

/** Of a row that changed, each field's old and new value; of one added or removed, the fields that say what it is. */
export const ValeursChangees = ({
  genre,
  champs,
  resume,
  nomme = (champ) => champ,
  mot = (_, code) => code,
}: {
  genre: Genre;
  champs: readonly { champ: string; avant: unknown; apres: unknown }[];
  /** Names of the fields that say what a row is. */
  resume: RegExp;
  /** The name of a field in words; as the data writes it otherwise. */
  nomme?: (champ: string) => string;
  /** A value of a closed list in words; as the data writes it otherwise. */
  mot?: (champ: string, code: string) => string;
}) => {
  const translate = useTranslate();
  const texte = useTexte();
  const shown = genre === 'modifie' ? champs : champs.filter(({ champ }) => resume.test(champ));
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: '2px' }}>
      {shown.map(({ champ, avant, apres }) => {
        const dire = (code: string) => mot(champ, code);
        const [before, after] = [texte(avant, dire), texte(apres, dire)];
        return (
          <Box key={champ} sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 8px' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {nomme(champ)}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {genre === 'ajoute' ? null : before === VIDE ? VIDE : <del>{before}</del>}
              {genre === 'modifie' ? ' → ' : null}
              {genre === 'retire' ? null : after === VIDE ? VIDE : <ins>{after}</ins>}
              {genre === 'modifie' && before === after
                ? ` ${translate('concordance.application.contenuChange')}`
                : null}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};
