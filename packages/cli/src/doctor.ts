import { statSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { createAmbitClient } from '@ambit/sdk/client';
import type { Check } from '@ambit/sdk/doctor';
import { RequestFailed } from '@ambit/sdk/request-failed';
import { deskOf, readEnvironment, type CliEnvironment } from './environment.ts';
import { readStackToken } from './stack-secrets.ts';

const oldestNode = 24;

/**
 * `ambit doctor`: looks at this machine, then asks the running server to look at itself. Returns the exit code: 1 if
 * anything is a problem.
 */
export async function doctor({ json }: { readonly json: boolean }): Promise<number> {
  const checks = await examine();
  const isSound = checks.every(({ verdict }) => verdict !== 'problem');
  if (json) process.stdout.write(`${JSON.stringify({ ok: isSound, checks }, null, 2)}\n`);
  else process.stdout.write(`${checks.map(lineOf).join('\n')}\n`);
  return isSound ? 0 : 1;
}

async function examine(): Promise<readonly Check[]> {
  const node = judgeNode(process.versions.node);
  let environment: CliEnvironment;
  try {
    environment = readEnvironment();
  } catch (cause) {
    return [node, problem('configuration', messageOf(cause), 'Correct the variables it names.')];
  }
  const { home } = environment;
  return [
    node,
    { name: 'configuration', verdict: 'ok', says: `data in ${home}, business in ${environment.business}` },
    judgeFolder('data folder', home, 'It is made by the first start; set AMBIT_HOME to the one you mean.'),
    judgeFolder('business', environment.business, 'Set AMBIT_BUSINESS to the folder of a business.'),
    ...judgeSecrets(join(home, 'secrets.json')),
    ...(await askServer(environment)),
  ];
}

async function askServer(environment: CliEnvironment): Promise<readonly Check[]> {
  const desk = deskOf(environment, readStackToken(environment.home));
  if (desk === undefined)
    return [
      problem(
        'server',
        'its token is not known here',
        'Set AMBIT_TOKEN, or AMBIT_HOME to the folder of the running server.',
      ),
    ];
  try {
    const { checks } = await createAmbitClient(desk).doctor();
    return [{ name: 'server', verdict: 'ok', says: `answers at ${desk.baseUrl}` }, ...checks];
  } catch (cause) {
    const says = cause instanceof RequestFailed ? cause.says : `${desk.baseUrl} does not answer`;
    return [
      problem(
        'server',
        says,
        'Start it, or set AMBIT_DESK_PORT and AMBIT_TOKEN to those it was started with.',
      ),
    ];
  }
}

function judgeNode(version: string): Check {
  return Number(version.split('.')[0]) >= oldestNode
    ? { name: 'node', verdict: 'ok', says: `Node ${version}` }
    : problem('node', `Node ${version} is too old`, `Run npm ci; it brings Node ${oldestNode}.`);
}

function judgeFolder(name: string, path: string, fix: string): Check {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? { name, verdict: 'ok', says: path }
    : problem(name, `there is no folder ${path}`, fix);
}

/** A server that is told its secrets by the environment has no such file. */
function judgeSecrets(file: string): readonly Check[] {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  const name = 'secrets';
  return (stats.mode & 0o077) === 0
    ? [{ name, verdict: 'ok', says: `${file} is its owner's alone` }]
    : [problem(name, `${file} can be read by other users`, `chmod 600 ${file}`)];
}

function problem(name: string, says: string, fix: string): Check {
  return { name, verdict: 'problem', says, fix };
}

function lineOf({ name, verdict, says, fix }: Check): string {
  const sign = { ok: '✓', warning: '!', problem: '✗' }[verdict];
  const colour = verdict === 'ok' ? 'green' : verdict === 'warning' ? 'yellow' : 'red';
  const line = `${styleText(colour, sign)} ${name}: ${says}`;
  return fix === undefined ? line : `${line}\n    ${styleText('dim', fix)}`;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
