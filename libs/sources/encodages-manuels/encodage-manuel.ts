import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseCfd, parseCodes, parseIdeo, parseMefstat11, parseRncp, parseSise } from '../core/code-cell.ts';
import { requiredCode, textCell, yearCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { yearOfName } from '../core/year-of-name.ts';

/** A row of the full Parcoursup listing has a code too, and columns that no list of decisions has. */
const LISTING = ['UAI_GES', 'LIBFORMATION'];

/**
 * Decisions taken by hand in an earlier campaign: `CODEFORMATIONACCUEIL → code_certification_retenu`, CSV or
 * workbook. `assumed`: names of the columns beyond these two. The kind of the code is read in its own column, else
 * told by its form.
 */
export const encodageManuel = defineTable({
  id: 'encodage_manuel',
  source: 'encodages-manuels',
  libelle: 'Encodages manuels — certification retenue par formation',
  kind: 'complement',
  layouts: [
    { requises: ['CODEFORMATIONACCUEIL', 'code_certification_retenu'], interdites: LISTING },
    { requises: ['CODEFORMATIONACCUEIL', 'code_certification'], interdites: LISTING },
  ],
  schema: z.object({
    CODEFORMATIONACCUEIL: requiredCode('code de la formation', parseText),
    code_certification_retenu: textCell,
    code_certification: textCell,
    type_certification: textCell,
    libelle: textCell,
    annee: yearCell,
    campagne: yearCell,
    commentaire: textCell,
  }),
  toRow: (cells, context) => {
    const code = cells.code_certification_retenu ?? cells.code_certification;
    const type = cells.type_certification?.toUpperCase() ?? null;
    const codes = codesOf(code ?? '', type);
    return {
      codeFormationAccueil: cells.CODEFORMATIONACCUEIL,
      libelle: cells.libelle,
      typeCode: type ?? codes.typeCode,
      code,
      cfd: codes.cfd,
      mefstat11: codes.mefstat11,
      sise: codes.sise,
      rncp: codes.rncp,
      ideo: codes.ideo,
      annee: cells.annee ?? cells.campagne ?? yearOfName(context.nom),
      commentaire: cells.commentaire,
    };
  },
});

/** Of a code without a kind the length tells: 8 characters a CFD, 11 a MEFSTAT11, 7 a SISE. */
function codesOf(code: string, type: string | null) {
  const asked = (wanted: string, length: number): boolean =>
    type === null ? code.length === length : type.includes(wanted);
  const cfd = asked('CFD', 8) ? parseCfd(code) : null;
  const mefstat11 = asked('MEF', 11) ? parseMefstat11(code) : null;
  const sise = asked('SISE', 7) ? parseSise(code) : null;
  const rncp =
    type === null ? (/RNCP/i.test(code) ? parseCodes(code, parseRncp) : []) : listOf('RNCP', parseRncp);
  const ideo = type === null ? parseCodes(code, parseIdeo) : listOf('IDEO', parseIdeo);
  function listOf(wanted: string, parse: (cell: string) => string | null): string[] {
    return type?.includes(wanted) === true ? parseCodes(code, parse) : [];
  }
  const typeCode =
    cfd !== null
      ? 'CODECFD'
      : mefstat11 !== null
        ? 'CODEMEF'
        : sise !== null
          ? 'CODESISE'
          : rncp.length > 0
            ? 'LISTE_RNCP'
            : ideo.length > 0
              ? 'LISTE_IDEO'
              : null;
  return { cfd, mefstat11, sise, rncp, ideo, typeCode };
}
