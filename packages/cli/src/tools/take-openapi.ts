import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { suggestion } from '@ambit/core/business/did-you-mean';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { readYaml } from '@ambit/core/business/read-yaml';
import { importOpenApi, listOperations } from '@ambit/core/tool/import/import-openapi';
import { isErrorWithCode } from '../lint-read.ts';
import { writeTools } from './write-tools.ts';

/** `document`: a file or a web address. `picked`: which operations; none lists them. */
export type TakeOpenApiRequest = {
  readonly document: string;
  readonly picked: readonly string[];
  readonly into: string | undefined;
  readonly baseUrl: string | undefined;
  readonly replace: boolean;
  readonly say: (line: string) => void;
};

/** `ambit tools openapi`: makes tool files of operations of an OpenAPI 3 document. Returns the exit code. */
export async function takeOpenApi(request: TakeOpenApiRequest): Promise<number> {
  const { document, picked, into, baseUrl, replace, say } = request;
  const read = parse(document, await readText(document));
  const operations = listOperations(read);
  if (operations.length === 0)
    throw new Error(`${document} is not an OpenAPI 3 document with operations in it`);
  if (picked.length === 0) {
    for (const { id, method, path, summary } of operations)
      say(
        `${id}${id === `${method} ${path}` ? '' : `  ${method} ${path}`}${summary === '' ? '' : `  ${summary}`}`,
      );
    say('Name those to take over, and the business with --into.');
    return 0;
  }
  const names = operations.map(({ id }) => id);
  const { tools, problems } = importOpenApi(read, picked, baseUrl);
  const imported = {
    tools,
    problems: problems.map((problem) =>
      problem.message === 'the document has no such operation'
        ? { ...problem, message: `${problem.message}; ${suggestion(problem.where, names)}` }
        : problem,
    ),
  };
  return writeTools({ imported, into, replace, say });
}

async function readText(document: string): Promise<string> {
  if (/^https?:\/\//.test(document)) {
    const response = await fetch(document, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(`${document} answered ${response.status}`);
    return response.text();
  }
  return readFile(document, 'utf8').catch((cause: unknown) => {
    const missing = isErrorWithCode(cause) && cause.code === 'ENOENT';
    throw new Error(missing ? `There is no file ${document}` : `${document} cannot be read`, { cause });
  });
}

/** JSON, or YAML. */
function parse(document: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { value, problems } = readYaml(document, text, z.unknown());
    const [first] = problems;
    if (first !== undefined) throw new Error(describeProblem(first));
    return value;
  }
}
