import { parseMefstat11 } from './code-cell.ts';
import { requiredCode } from './raw-cell.ts';
import { parseUai } from './uai.ts';

/** UAI without which a line of what is open says nothing. */
export const requiredUaiCode = requiredCode('UAI (7 chiffres et leur lettre)', parseUai, 'UAI_INVALIDE');

/** MEFSTAT11 without which a line of what is open says nothing. */
export const requiredMefstat11 = requiredCode('MEFSTAT11 (11 caractères)', parseMefstat11);
