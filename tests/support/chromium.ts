import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The browser `npm test` found, or Debian's, which `.ci/run` installs. */
const program = process.env['AMBIT_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Whether browser tests can run. Without a browser they are skipped loudly; under CI=true that is a
 * failure, so that nobody believes they ran.
 */
export function hasChromium(): boolean {
  if (existsSync(program)) return true;
  const told = `There is no ${program}: the browser tests do not run. Install Debian's "chromium".`;
  if (process.env['CI'] === 'true') throw new Error(told);
  console.warn(`\n  ${told}\n`);
  return false;
}

/** Starts the browser so that it works as root and calls nobody. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
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
