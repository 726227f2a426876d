#!/usr/bin/env node
// Starts the simulator from a terminal. Plain JavaScript with Node's own modules only, because it has to run, and say
// what is missing, under whatever Node `npx` finds; the simulator itself runs in a Node 24 that this looks for.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const neededNode = 24;
const folder = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

/** Each flag, the variable it stands for, what is taken without either, and what `--help` says. */
const flags = [
  ['port', 'AMBIT_SIM_PORT', '4080', 'port to listen on; 0 takes a free one'],
  ['host', 'AMBIT_SIM_HOST', '127.0.0.1', 'address to listen on'],
  ['webhook', 'AMBIT_SIM_WEBHOOK_URL', 'http://127.0.0.1:3000/webhook', "your app's webhook"],
  ['business', 'AMBIT_SIM_BUSINESS_NAME', 'Harbour Outfitters', 'name of the business'],
  ['number', 'WHATSAPP_DISPLAY_PHONE_NUMBER', '15550783881', 'its phone number, digits only'],
  ['number-id', 'WHATSAPP_PHONE_NUMBER_ID', '106540352242922', 'its phone number id'],
  ['account-id', 'WHATSAPP_BUSINESS_ACCOUNT_ID', '102290129340398', 'its WhatsApp Business Account id'],
  ['access-token', 'WHATSAPP_ACCESS_TOKEN', 'simulated-access-token', 'token Graph calls must carry'],
  ['app-secret', 'WHATSAPP_APP_SECRET', 'simulated-app-secret', 'secret webhooks are signed with'],
  ['verify-token', 'WHATSAPP_VERIFY_TOKEN', 'simulated-verify-token', "token of the webhook's handshake"],
  ['token', 'AMBIT_TOKEN', undefined, 'opens the page and the control API; random if left out'],
  ['limits', 'AMBIT_SIM_LIMITS', 'meta', 'meta, or none for load tests'],
  ['seed', 'AMBIT_SIM_SEED', undefined, 'makes all randomness the same each time'],
];

main();

function main() {
  const given = readFlags();
  if (given.help) {
    process.stdout.write(help());
    return;
  }
  if (given.version) {
    process.stdout.write(`${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}\n`);
    return;
  }
  const environment = { ...process.env };
  for (const [flag, variable, usual] of flags) {
    const value = given[flag] ?? (environment[variable] === '' ? undefined : environment[variable]) ?? usual;
    if (value !== undefined) environment[variable] = value;
  }
  environment.AMBIT_TOKEN ??= randomBytes(12).toString('base64url');
  start(findNode(), environment);
}

function readFlags() {
  const options = Object.fromEntries(flags.map(([flag]) => [flag, { type: 'string' }]));
  try {
    const { values } = parseArgs({
      options: {
        ...options,
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}. See ambit-simulator --help.`);
  }
}

/** Runs the simulator in its own process, which stops when this one does. */
function start(node, environment) {
  const source = join(folder, 'src', 'main.ts');
  const built = join(folder, 'dist', 'main.js');
  // Node strips no types below node_modules; a checkout of the repository runs from source and needs no build.
  const fromSource = existsSync(source) && !folder.includes(join('node_modules', ''));
  if (!fromSource && !existsSync(built)) fail(`${built} is missing: the package was not built.`);
  const args = fromSource ? ['--conditions=ambit-source', source] : [built];
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let line = '';
  child.stdout.on('data', (chunk) => {
    line += chunk;
    const lines = line.split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) tell(JSON.parse(one), environment);
  });
  let problem = '';
  child.stderr.on('data', (chunk) => {
    problem += chunk;
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${node} cannot be started: ${error.message}`));
  child.on('close', (code) => {
    if (problem !== '') process.stderr.write(inFlags(problem));
    process.exitCode = code ?? 1;
  });
}

function tell(event, environment) {
  switch (event.event) {
    case 'simulator.listening':
      process.stdout.write(welcome(event.url, environment));
      break;
    case 'simulator.handshake':
      if (event.state === 'verified') process.stdout.write('Your webhook answered the handshake.\n');
      if (event.state === 'refused')
        process.stdout.write('Your webhook refused the handshake: check its verify token.\n');
      break;
    case 'simulator.request-failed':
      process.stderr.write(`A request to ${event.path} failed: ${event.problem}\n`);
      break;
  }
}

function welcome(url, environment) {
  return `
WhatsApp Cloud API simulator

  Phone and controls   ${url}/?token=${environment.AMBIT_TOKEN}

Point your app at it:

  WHATSAPP_API_URL=${url}                      in place of https://graph.facebook.com
  WHATSAPP_PHONE_NUMBER_ID=${environment.WHATSAPP_PHONE_NUMBER_ID}
  WHATSAPP_BUSINESS_ACCOUNT_ID=${environment.WHATSAPP_BUSINESS_ACCOUNT_ID}
  WHATSAPP_ACCESS_TOKEN=${environment.WHATSAPP_ACCESS_TOKEN}
  WHATSAPP_APP_SECRET=${environment.WHATSAPP_APP_SECRET}
  WHATSAPP_VERIFY_TOKEN=${environment.WHATSAPP_VERIFY_TOKEN}

Webhooks go to ${environment.AMBIT_SIM_WEBHOOK_URL} (--webhook changes that).
Ctrl+C stops it. Nothing leaves this machine.

`;
}

/** Problems name variables; who typed a flag is told the flag too. */
function inFlags(problem) {
  let words = problem;
  for (const [flag, variable] of flags) words = words.replaceAll(variable, `${variable} (--${flag})`);
  return words;
}

/** A Node that is new enough: this one, the package `node` if it is installed, or one on the PATH. */
function findNode() {
  if (majorOf(process.version) >= neededNode) return process.execPath;
  const require = createRequire(import.meta.url);
  const candidates = [];
  try {
    candidates.push(join(dirname(require.resolve('node/package.json')), 'bin', 'node'));
  } catch {
    // The package is not installed; the PATH may have a newer one.
  }
  candidates.push('node');
  const found = candidates.find((program) => {
    const shown = spawnSync(program, ['--version'], { encoding: 'utf8' });
    return shown.status === 0 && majorOf(shown.stdout.trim()) >= neededNode;
  });
  return (
    found ??
    fail(
      `Node ${process.version} is too old: the simulator needs Node ${neededNode}. Install it (https://nodejs.org), or run it with one: npx --package=node@${neededNode} --package=@ambit/simulator ambit-simulator`,
    )
  );
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

function help() {
  const longest = Math.max(...flags.map(([flag]) => flag.length));
  const lines = flags.map(
    ([flag, variable, usual, words]) =>
      `  --${flag.padEnd(longest)}  ${words}${usual === undefined ? '' : ` (${usual})`}\n  ${' '.repeat(longest + 2)}  ${variable}`,
  );
  return `A simulated WhatsApp Cloud API with a phone in the browser.

Usage: ambit-simulator [flags]

Each flag may also be given as the variable below it.

${lines.join('\n')}
  --${'help'.padEnd(longest)}  this text
  --${'version'.padEnd(longest)}  the version

Then open the link it prints, and point your app's Graph API address at it:
WHATSAPP_API_URL in place of https://graph.facebook.com.
`;
}

function fail(words) {
  process.stderr.write(`ambit-simulator: ${words}\n`);
  process.exit(1);
}
