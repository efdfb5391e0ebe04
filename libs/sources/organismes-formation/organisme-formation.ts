import { z } from 'zod';
import {
  anyCell,
  booleanCell,
  integerCell,
  looseDateCell,
  requiredCode,
  textCell,
} from '../core/raw-cell.ts';
import { parseNda } from '../core/nda.ts';
import { isSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';

const ADRESSE = 'adressephysiqueorganismeformation';
const DECLARE = 'informationsdeclarees';
const SPECIALITE = `${DECLARE}_specialitesdeformation`;

const requiredNda = requiredCode("numéro de déclaration d'activité (11 chiffres)", parseNda);

/**
 * Liste publique des organismes de formation. `public`: OpenDataSoft exports (names with `_`) and `seen`: its twin
 * by lheo (the same names with dots and capitals); `public`: API Organismes de Formation (`numeroDa`, `cfa`…).
 */
export const organismeFormation = defineTable({
  id: 'organisme_formation',
  source: 'organismes-formation',
  libelle: 'DGEFP — liste publique des organismes de formation',
  kind: 'complement',
  layouts: [
    { requises: ['numerodeclarationactivite', 'denomination', 'siren', 'siretetablissementdeclarant'] },
    { requises: ['numeroDa', 'nom', 'siren'] },
  ],
  autres: [
    /^numeros?\W?declarationactiviteprecedent/i,
    /^organismeetranger/i,
    /^adressephysique/i,
    /^informationsdeclarees/i,
    /^adresse\.pays$/,
    'toutes_specialites',
    'geolocalisation',
    /^(?:reg|dep|epci|com|uucr|ze|aca)/,
  ],
  schema: z.object({
    numerodeclarationactivite: textCell,
    numeroDa: textCell,
    denomination: textCell,
    nom: textCell,
    siren: anyCell,
    siretetablissementdeclarant: anyCell,
    cfa: booleanCell,
    certifications_actionsdeformation: booleanCell,
    certifications_bilansdecompetences: booleanCell,
    certifications_vae: booleanCell,
    certifications_actionsdeformationparapprentissage: booleanCell,
    [`${ADRESSE}_voie`]: textCell,
    [`${ADRESSE}_codepostal`]: textCell,
    [`${ADRESSE}_ville`]: textCell,
    [`${ADRESSE}_coderegion`]: textCell,
    'adresse.voie': textCell,
    'adresse.codePostal': textCell,
    'adresse.ville': textCell,
    [`${DECLARE}_datedernieredeclaration`]: looseDateCell,
    [`${SPECIALITE}_codespecialite1`]: textCell,
    [`${SPECIALITE}_libellespecialite1`]: textCell,
    [`${SPECIALITE}_codespecialite2`]: textCell,
    [`${SPECIALITE}_libellespecialite2`]: textCell,
    [`${SPECIALITE}_codespecialite3`]: textCell,
    [`${SPECIALITE}_libellespecialite3`]: textCell,
    codeSpecialite: textCell,
    libelleSpecialite: textCell,
    [`${DECLARE}_nbstagiaires`]: integerCell,
    nbStagiaires: integerCell,
    nbHeuresStagiaires: integerCell,
  }),
  toRow: (cells, { has }) => {
    const colonne = has('numeroDa') ? 'numeroDa' : 'numerodeclarationactivite';
    const nda = requiredNda.safeParse(cells[colonne] ?? '');
    if (!nda.success) {
      const vide = cells[colonne] === null;
      const message = nda.error.issues[0]?.message ?? "le numéro de déclaration d'activité est illisible";
      return { refus: { colonne, motif: vide ? 'CODE_ABSENT' : 'CODE_INVALIDE', message } };
    }
    const text = (name: string): string | null => {
      const cell = (cells as Readonly<Record<string, unknown>>)[name];
      return typeof cell === 'string' ? cell : null;
    };
    const siren = /^\d{9}$/.exec(cells.siren.replace(/\s/g, ''))?.[0] ?? null;
    const specialites = [1, 2, 3].map((rank) => ({
      code: text(`${SPECIALITE}_codespecialite${String(rank)}`),
      libelle: text(`${SPECIALITE}_libellespecialite${String(rank)}`),
    }));
    specialites.push({ code: cells.codeSpecialite, libelle: cells.libelleSpecialite });
    const apprentissage = cells.certifications_actionsdeformationparapprentissage;
    return {
      nda: nda.data,
      denomination: cells.denomination ?? cells.nom,
      siren,
      siret: siretOf(siren, cells.siretetablissementdeclarant),
      cfa: cells.cfa,
      certifications: {
        formation: cells.certifications_actionsdeformation,
        bilan: cells.certifications_bilansdecompetences,
        vae: cells.certifications_vae,
        apprentissage,
      },
      adresse: {
        voie: text(`${ADRESSE}_voie`) ?? cells['adresse.voie'],
        codePostal: text(`${ADRESSE}_codepostal`) ?? cells['adresse.codePostal'],
        ville: text(`${ADRESSE}_ville`) ?? cells['adresse.ville'],
        region: text(`${ADRESSE}_coderegion`),
      },
      dateDerniereDeclaration: text(`${DECLARE}_datedernieredeclaration`),
      specialites: specialites.flatMap(({ code, libelle }) => (code === null ? [] : [{ code, libelle }])),
      stagiaires: cells[`${DECLARE}_nbstagiaires`] ?? cells.nbStagiaires,
      heuresStagiaires: cells.nbHeuresStagiaires,
    };
  },
});

/** The list gives the whole SIRET in some vintages, its last five digits in others. */
function siretOf(siren: string | null, cell: string): string | null {
  const digits = cell.replace(/\s/g, '');
  if (isSiret(digits)) return digits;
  const whole = `${siren ?? ''}${digits.padStart(5, '0')}`;
  return digits !== '' && isSiret(whole) ? whole : null;
}
