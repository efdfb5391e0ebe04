import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** True when this machine has Debian's Chromium. In CI its absence is an error, never a skip. */
function hasChromium(): boolean {
  const found = existsSync(CHROMIUM);
  if (!found && process.env['CI'] === 'true') throw new Error('chromium is missing: .ci/run installs it.');
  return found;
}

/**
 * Tests of the back office as it is built, in Chromium; where there is none they are skipped, and say so.
 * @param passe what is skipped then, in a sentence
 */
export function describeInChromium(name: string, passe: string, suite: () => void): void {
  describe(name, () => {
    if (!hasChromium()) {
      it(`est passée : Chromium (${CHROMIUM}) n’est pas sur cette machine`, () => {
        process.stdout.write(`Chromium absent : ${passe}.\n`);
      });
      return;
    }
    beforeAll(() => {
      if (!existsSync(join(import.meta.dirname, '..', 'dist', 'admin', 'index.html'))) {
        throw new Error('the back office is not built: npm test builds it first');
      }
    });
    suite();
  });
}

/** A browser with one page, as wide as an office screen. The caller closes it. @returns also what the page has thrown. */
export async function openPage(): Promise<{ browser: Browser; page: Page; errors: string[] }> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { browser, page, errors };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    // Without these, Chromium keeps calling home at each start, and waits where there is no network.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly noeuds: readonly string[];
}

/** What axe finds serious or critical on the page as it is now. */
export async function seriousFindings(page: Page): Promise<AxeFinding[]> {
  // A dialog that is still fading in has half of its contrast.
  await page.evaluate(() => {
    interface Running {
      readonly finished: Promise<unknown>;
      readonly effect: { getComputedTiming(): { endTime: number } } | null;
    }
    const { document } = globalThis as unknown as { document: { getAnimations(): Running[] } };
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect !== null && Number.isFinite(effect.getComputedTiming().endTime));
    return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined);
  });
  // Through the debugger, not a script element: the page's own policy allows no foreign script.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({ id, impact, noeuds: nodes.map(({ html }) => html.slice(0, 200)) }));
  });
}
