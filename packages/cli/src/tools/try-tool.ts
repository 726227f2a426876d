import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { isToolFile } from '@ambit/core/tool/read-tools';
import type { ToolTried } from '@ambit/sdk/tool';
import { connectDesk } from '../files/connect-desk.ts';
import { readFolderFiles } from '../files/folder-files.ts';

/** `given`: `name=value`, one each. `folder`: whose tools to try instead of the published ones. */
export type TryToolRequest = {
  readonly name: string;
  readonly given: readonly string[];
  readonly folder: string | undefined;
  readonly phone: string | undefined;
  readonly mayChange: boolean;
  readonly json: boolean;
};

/** `ambit tools try`: one real call of a tool, from the running server. Returns the exit code: 0 when it answered. */
export async function tryTool(request: TryToolRequest): Promise<number> {
  const { name, given, folder, phone, mayChange, json } = request;
  const tried = await connectDesk().client.tryTool({
    name,
    input: Object.fromEntries(given.map(inputOf)),
    mayChange,
    ...(phone === undefined ? {} : { phone }),
    ...(folder === undefined ? {} : { files: await toolFilesOf(folder) }),
  });
  process.stdout.write(
    json
      ? `${JSON.stringify(tried, null, 2)}\n`
      : `${[...describe(tried, folder), ...askedForNobody(tried, phone)].join('\n')}\n`,
  );
  return tried.kind === 'tried' && tried.outcome.kind === 'answered' ? 0 : 1;
}

function inputOf(given: string): readonly [string, string] {
  const [name = '', ...rest] = given.split('=');
  if (name === '' || rest.length === 0) throw new Error(`"${given}" is no input; write it as name=value`);
  return [name, rest.join('=')];
}

async function toolFilesOf(folder: string): Promise<Record<string, string>> {
  const paths = [...(await readFolderFiles(folder)).keys()].filter(isToolFile);
  if (paths.length === 0)
    throw new Error(`${folder} has no tools; a tool is a file such as tools/look-up.yaml`);
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

/** What belongs to a customer shows nothing to nobody, which looks as if it were not there. */
function askedForNobody(tried: ToolTried, phone: string | undefined): readonly string[] {
  if (tried.kind === 'refused' || tried.outcome.kind !== 'answered' || phone !== undefined) return [];
  const hidden = z.object({ kind: z.literal('not-shown') }).safeParse(tried.outcome.output).success;
  if (!hidden) return [];
  const why =
    tried.trace?.request === undefined
      ? 'nothing was called, as the call holds whose it is'
      : 'an answer that belongs to somebody is shown to them only';
  return [`! It was asked for nobody: ${why}. Say --phone with the number of a customer.`];
}

function describe(tried: ToolTried, folder: string | undefined): readonly string[] {
  if (tried.kind === 'refused')
    return [
      ...tried.problems.map(({ line, field, ...problem }) =>
        describeProblem(
          {
            ...problem,
            ...(line === undefined ? {} : { line }),
            ...(field === undefined ? {} : { field }),
          },
          folder,
        ),
      ),
      'Nothing was called.',
    ];
  const { outcome, trace, ms } = tried;
  const { request, response, attempts } = trace ?? {};
  return [
    ...(request === undefined
      ? []
      : [
          `→ ${request.what}`,
          ...Object.entries(request.headers).map(([name, value]) => `  ${name}: ${value}`),
          ...(request.body === '' ? [] : [`  ${request.body}`]),
        ]),
    ...(response === undefined ? [] : [`← ${response.status}`, `  ${response.text}`]),
    outcome.kind === 'answered'
      ? `A flow gets: ${JSON.stringify(outcome.output, null, 2)}`
      : `A flow takes the edge "${outcome.kind}": ${outcome.why}`,
    `${ms} ms${attempts === undefined || attempts < 2 ? '' : `, ${attempts} attempts`}`,
  ];
}
