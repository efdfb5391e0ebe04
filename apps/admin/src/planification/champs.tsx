import {
  BooleanInput,
  FormDataConsumer,
  RadioButtonGroupInput,
  required,
  SelectInput,
  TextInput,
  useGetList,
  useTranslate,
} from 'react-admin';
import { IdentifiantsManquants } from '../collectes/identifiants-manquants.tsx';
import type { Source } from '../contract/collecte.ts';
import type { Planification } from '../contract/planification.ts';

/** The fields of a schedule, the same to create it and to edit it. */
export const ChampsPlanification = () => {
  const translate = useTranslate();
  const { data: sources = [] } = useGetList<Source>('sources');
  const genres = (['dossier', 'connecteur'] as const).map((id) => ({
    id,
    name: translate(`concordance.valeurs.genrePlanification.${id}`),
  }));
  return (
    <>
      <TextInput source="nom" validate={required()} autoComplete="off" />
      <RadioButtonGroupInput source="genre" choices={genres} validate={required()} />
      <FormDataConsumer<Planification>>
        {({ formData: { genre, source } }) => (
          <>
            <SelectInput
              source="source"
              validate={required()}
              choices={sources
                .filter(({ connecteur }) => genre !== 'connecteur' || connecteur !== null)
                .map(({ id, libelle }) => ({ id, name: libelle }))}
            />
            {genre === 'connecteur' ? (
              <>
                <IdentifiantsManquants source={sources.find(({ id }) => id === source)} />
                {source === 'inserjeunes' ? (
                  <TextInput
                    source="parametres.millesimes"
                    helperText="concordance.planification.millesimesAide"
                    format={(value: unknown) => (Array.isArray(value) ? value.join(', ') : (value ?? ''))}
                    autoComplete="off"
                  />
                ) : null}
              </>
            ) : (
              <TextInput
                source="chemin"
                validate={required()}
                helperText="concordance.planification.cheminAide"
                autoComplete="off"
              />
            )}
          </>
        )}
      </FormDataConsumer>
      <TextInput
        source="cron"
        validate={required()}
        helperText="concordance.planification.cronAide"
        autoComplete="off"
      />
      <BooleanInput source="actif" helperText="concordance.planification.actifAide" />
    </>
  );
};

/** What the API takes of a form: the folder of a folder, the parameters of a service. */
export const planificationOf = ({
  nom,
  genre,
  source,
  chemin,
  parametres,
  cron,
  actif,
}: Planification): Partial<Planification> => ({
  nom,
  genre,
  source,
  chemin: genre === 'connecteur' ? null : chemin,
  parametres: genre === 'connecteur' ? keptParametres(parametres) : {},
  cron,
  actif,
});

/** Text fields hold lists, separated by commas; an empty one is not sent. */
const keptParametres = (parametres: Record<string, unknown> | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parametres ?? {}).flatMap(([nom, valeur]) => {
      const list =
        typeof valeur === 'string' ? valeur.split(/[\s,;]+/).filter((part) => part !== '') : valeur;
      return list === null || (Array.isArray(list) && list.length === 0) ? [] : [[nom, list]];
    }),
  );
