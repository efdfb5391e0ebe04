import { EXIT, type Command } from '../command.ts';
export const evaluer: Command = {
  nom: 'evaluer',
  resume: 'mesure',
  aide: '',
  run: () => Promise.resolve(EXIT.fait),
};
