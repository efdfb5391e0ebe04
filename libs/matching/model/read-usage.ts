import type { CodeCertification } from '../match-result.ts';

/** Reads `CFD:32031212=3 CFD:…=1`, the compact form of a table of counts. */
export function readUsage(text: string): Readonly<Record<CodeCertification, number>> {
  const entries = text
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [code = '', count = '0'] = entry.split('=');
      return [code as CodeCertification, Number(count)] as const;
    });
  return Object.fromEntries(entries);
}
