import { stringify } from 'yaml';
import { readTools } from '../read-tools.ts';
import type { ToolFile } from '../declared-tool.ts';
import { readUrlTemplate } from '../url-template.ts';
import { fieldNameFor, toolNameFor, type ImportProblem } from './import-problem.ts';
import { outputsOf, parameterFor, parametersOf, type NoteProblem, type Written } from './import-schema.ts';
import { readSchema, resolveReference } from './json-schema.ts';
import { authFor } from './openapi-auth.ts';
import {
  OpenApiBody,
  OpenApiDocument,
  OpenApiParameter,
  OpenApiResponse,
  operationsOf,
  type FoundOperation,
} from './openapi-document.ts';

/** A tool made of an operation: the file to put into the business's folder, and what it says. */
export type ImportedTool = { readonly file: string; readonly text: string; readonly tool: ToolFile };

/** What was made of the operations that were picked, and everything that was not taken over. */
export type ImportedTools = {
  readonly tools: readonly ImportedTool[];
  readonly problems: readonly ImportProblem[];
};

/** An operation to pick from. `id`: what to pick it by. */
export type ListedOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
};

/** The operations of an OpenAPI 3 document; empty for anything else. `document`: as parsed from JSON or YAML. */
export function listOperations(document: unknown): readonly ListedOperation[] {
  const read = OpenApiDocument.safeParse(document);
  return (read.success ? operationsOf(read.data) : []).map(({ id, method, path, operation }) => ({
    id,
    method,
    path,
    summary: operation.summary ?? operation.description ?? '',
  }));
}

/**
 * Makes tools of operations, picked one by one. What changes something is `effects: once` until somebody who knows
 * the back end says otherwise. `baseUrl`: where the document's server has no host of its own.
 */
export function importOpenApi(document: unknown, picked: readonly string[], baseUrl?: string): ImportedTools {
  const read = OpenApiDocument.safeParse(document);
  if (!read.success) {
    const message = read.error.issues[0]?.message ?? 'this is not an OpenAPI 3 document';
    return { tools: [], problems: [{ where: 'the document', weight: 'needed', message }] };
  }
  const operations = operationsOf(read.data);
  const problems: ImportProblem[] = [];
  const tools = picked.flatMap((id): readonly ImportedTool[] => {
    const found = operations.find((each) => each.id === id || `${each.method} ${each.path}` === id);
    if (found === undefined) {
      problems.push({ where: id, weight: 'needed', message: 'the document has no such operation' });
      return [];
    }
    const before = problems.length;
    const note: NoteProblem = (place, weight, message) => {
      problems.push({ where: place === '' ? id : `${id} ${place}`, weight, message });
    };
    const written = writeTool(read.data, found, baseUrl, note);
    if (written === undefined || problems.slice(before).some(({ weight }) => weight === 'needed')) return [];
    const file = `tools/${toolNameFor(found.id)}.yaml`;
    const text = stringify(written);
    const checked = readTools(new Map([[file, text]]));
    for (const { field = '', message } of checked.problems) note(field, 'needed', message);
    const [tool] = checked.tools;
    return tool === undefined || checked.problems.length > 0 ? [] : [{ file, text, tool }];
  });
  return { tools, problems };
}

function writeTool(
  document: OpenApiDocument,
  found: FoundOperation,
  baseUrl: string | undefined,
  note: NoteProblem,
): Written | undefined {
  const { operation, method, path } = found;
  const origin = serverUrl(found, baseUrl, note);
  const auth = authFor(document, found, note);
  const { parameters, holes } = writeParameters(document, found, note);
  const body = method === 'GET' ? undefined : writeBody(document, operation.requestBody, note);
  if (origin === undefined || auth === undefined) return undefined;
  const description = (operation.summary ?? operation.description ?? '').slice(0, 500);
  const all = [...parameters, ...(body?.parameters ?? [])];
  const twice = all.find(([name], index) => all.findIndex(([other]) => other === name) !== index);
  if (twice !== undefined) {
    note('', 'needed', `two parameters would both be called "${twice[0]}"`);
    return undefined;
  }
  return {
    kind: 'http',
    name: toolNameFor(found.id),
    ...(description === '' ? {} : { description }),
    effects: method === 'GET' ? 'none' : 'once',
    method,
    url: `${origin}${path.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => holes.get(name) ?? whole)}`,
    ...(auth['kind'] === 'none' ? {} : { auth }),
    parameters: Object.fromEntries(all),
    ...(body?.kind === 'form' ? { body: 'form' } : {}),
    answers: writeAnswers(document, operation.responses, note),
  };
}

function serverUrl(
  found: FoundOperation,
  baseUrl: string | undefined,
  note: NoteProblem,
): string | undefined {
  const [server] = found.servers;
  const filled = (server?.url ?? '').replaceAll(
    /\{([^{}]*)\}/g,
    (_, name: string) => server?.variables[name]?.default ?? '',
  );
  const isWhole = /^https?:\/\//.test(filled);
  const url = (isWhole ? filled : `${baseUrl ?? ''}${filled}`).replace(/\/+$/, '');
  const read = readUrlTemplate(url);
  if (read.kind === 'template' && read.query === '') return url;
  note('/servers', 'needed', 'there is no server with an address; give the base URL');
  return undefined;
}

/** Source: OpenAPI Specification 3.1.1, "Parameter Object": the content and the security say them. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

type Parameters = readonly (readonly [string, Written])[];

function writeParameters(
  document: OpenApiDocument,
  { parameters, path }: FoundOperation,
  note: NoteProblem,
): { readonly parameters: Parameters; readonly holes: ReadonlyMap<string, string> } {
  const holes = new Map<string, string>();
  const byPlace = new Map<string, readonly [string, Written]>();
  for (const raw of parameters) {
    const read = OpenApiParameter.safeParse(resolveReference(raw, document));
    if (!read.success) {
      note('/parameters', 'needed', 'a parameter cannot be read');
      continue;
    }
    const { name, in: place, required, schema } = read.data;
    if (place === 'header' && ignoredHeaders.has(name.toLowerCase())) continue;
    const where = `/parameters/${name}`;
    const weight = required || place === 'path' ? 'needed' : 'left-out';
    const type = parameterFor(readSchema(schema, document));
    const field = fieldNameFor(name);
    if (place === 'cookie') note(where, weight, 'tools send no cookies');
    else if (type === undefined || field === undefined)
      note(where, weight, 'it cannot be a parameter of a tool');
    else {
      if (place === 'path') holes.set(name, `{${field}}`);
      const optional = !required && place !== 'path' ? { required: false } : {};
      const as = field === name || place === 'path' ? {} : { as: name };
      // What the operation says of a parameter wins over what its path says.
      byPlace.set(`${place} ${name}`, [field, { ...type, in: place, ...as, ...optional }]);
    }
  }
  for (const [, name = ''] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (!holes.has(name)) note('/parameters', 'needed', `{${name}} in the path is not declared`);
  }
  return { parameters: [...byPlace.values()], holes };
}

function writeBody(
  document: OpenApiDocument,
  raw: unknown,
  note: NoteProblem,
): { readonly kind: 'json' | 'form'; readonly parameters: Parameters } | undefined {
  const read = OpenApiBody.safeParse(resolveReference(raw, document));
  if (!read.success) return undefined;
  const { content, required } = read.data;
  const json = Object.entries(content).find(([type]) => /^application\/(.+\+)?json\b/.test(type));
  const form = content['application/x-www-form-urlencoded'];
  const schema = readSchema((json?.[1] ?? form)?.schema, document);
  if (
    (json === undefined && form === undefined) ||
    schema.types[0] !== 'object' ||
    schema.beyond !== undefined
  ) {
    note('/requestBody', required ? 'needed' : 'left-out', 'only an object in JSON or a form can be sent');
    return undefined;
  }
  const kind = json === undefined ? 'form' : 'json';
  const placed = (pointer: string): Written => ({
    in: 'body',
    as: kind === 'json' ? pointer : pointer.slice(1),
  });
  const inBody: NoteProblem = (place, ...rest) => note(`/requestBody${place}`, ...rest);
  return {
    kind,
    parameters: parametersOf(schema, document, inBody, placed, { pointer: '', required }),
  };
}

function writeAnswers(
  document: OpenApiDocument,
  responses: Readonly<Record<string, unknown>>,
  note: NoteProblem,
): readonly Written[] {
  const good = Object.entries(responses).find(([status]) => /^2(\d\d|XX)$/.test(status));
  const response = OpenApiResponse.safeParse(resolveReference(good?.[1], document));
  const content = response.success ? response.data.content : {};
  const json = Object.entries(content).find(([type]) => /^application\/(.+\+)?json\b/.test(type));
  const outputs =
    json === undefined
      ? {}
      : outputsOf(readSchema(json[1].schema, document), document, (place, ...rest) =>
          note(`/responses/${good?.[0] ?? ''}${place}`, ...rest),
        );
  return [
    Object.keys(outputs).length === 0 ? { kind: 'answered' } : { kind: 'answered', outputs },
    ...('404' in responses ? [{ status: 404, kind: 'not-found' }] : []),
  ];
}
