import { empreinte } from '../noyau/alea.js';

const deux = (n) => String(n).padStart(2, '0');

/** A stable date JJ/MM/AAAA of the given year, between February and June. @param {string} cle @param {number} annee */
export function dateStable(cle, annee) {
  const n = empreinte(`${cle}/${annee}`);
  return `${deux(1 + (n % 28))}/${deux(2 + ((n >>> 8) % 5))}/${annee}`;
}

/** @param {string} date JJ/MM/AAAA @param {number} annees */
export function decaler(date, annees) {
  return date === '' ? '' : date.slice(0, 6) + String(Number(date.slice(6)) + annees);
}

/** @param {string} date JJ/MM/AAAA @returns {string} comparable as text, '' when empty */
export function iso(date) {
  return date === '' ? '' : `${date.slice(6)}-${date.slice(3, 5)}-${date.slice(0, 2)}`;
}

/** @param {string} date JJ/MM/AAAA */
export function annee(date) {
  return Number(date.slice(6));
}
