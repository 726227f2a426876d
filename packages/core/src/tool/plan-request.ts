import { headerValue, type HttpTool } from './declared-tool.ts';
import { pointerSteps } from './json-pointer.ts';
import { fillPath, percentEncode, readUrlTemplate } from './url-template.ts';
import {
  fillParameter,
  type CallContext,
  type HttpParameter,
  type ParameterValue,
} from './tool-parameter.ts';

/** A request as it will be made, but for the secrets: a header's value may be "secret:name". */
export type PlannedRequest = {
  readonly method: HttpTool['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
};

/** `nobody`: the contact has not the fact that the call needs. `refused`: a value that cannot be sent. */
export type Planned =
  | { readonly kind: 'planned'; readonly request: PlannedRequest }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly why: string };

type Placed = { readonly name: string; readonly parameter: HttpParameter; readonly value: ParameterValue };

/** Puts a call's parameters where they belong, each encoded for its place. */
export function planRequest(
  tool: HttpTool,
  input: Readonly<Record<string, string>>,
  context: CallContext,
): Planned {
  const placed: Placed[] = [];
  for (const [name, parameter] of Object.entries(tool.parameters)) {
    const filled = fillParameter(name, parameter, input, context);
    if (filled.kind === 'nobody' || filled.kind === 'refused') return filled;
    if (filled.kind === 'value') placed.push({ name, parameter, value: filled.value });
  }
  const url = fillUrl(tool.url, placed);
  if (url === undefined) return { kind: 'refused', why: whyNoPath(placed) };
  const headers: Record<string, string> = { ...tool.headers };
  for (const { name, value, parameter } of placed) {
    if (parameter.in !== 'header') continue;
    const text = String(value);
    if (!headerValue.test(text) || text.startsWith('secret:'))
      return { kind: 'refused', why: `"${name}" cannot be sent in a header` };
    headers[parameter.as ?? name] = text;
  }
  if (tool.effects !== 'none' && tool.idempotencyHeader !== '')
    headers[tool.idempotencyHeader] = context.callKey;
  const body = fillBody(tool, placed);
  return {
    kind: 'planned',
    request: { method: tool.method, url, headers, ...(body === undefined ? {} : { body }) },
  };
}

function whyNoPath(placed: readonly Placed[]): string {
  const bad = placed.find(
    ({ name, value, parameter }) =>
      parameter.in === 'path' && fillPath(`/{${name}}`, new Map([[name, String(value)]])) === undefined,
  );
  const what = bad === undefined ? 'the values together' : `"${bad.name}"`;
  return `${what} cannot be part of a path: empty, or with a slash, a backslash or nothing but dots`;
}

/** Undefined when a value would change the path's shape. */
function fillUrl(template: string, placed: readonly Placed[]): string | undefined {
  const url = readUrlTemplate(template);
  if (url.kind === 'bad') return undefined;
  const inPath = placed.filter(({ parameter }) => parameter.in === 'path');
  const path = fillPath(url.path, new Map(inPath.map(({ name, value }) => [name, String(value)])));
  if (path === undefined) return undefined;
  const query = [
    ...(url.query === '' ? [] : [url.query]),
    ...placed.flatMap(({ name, value, parameter }) =>
      parameter.in === 'query'
        ? [`${percentEncode(parameter.as ?? name)}=${percentEncode(String(value))}`]
        : [],
    ),
  ].join('&');
  return `${url.origin}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}`;
}

function fillBody(tool: HttpTool, placed: readonly Placed[]): PlannedRequest['body'] {
  if (tool.method === 'GET') return undefined;
  const inBody = placed.filter(({ parameter }) => parameter.in === 'body');
  if (tool.body === 'form') {
    const text = inBody
      .map(
        ({ name, value, parameter }) =>
          `${percentEncode(parameter.as ?? name)}=${percentEncode(String(value))}`,
      )
      .join('&');
    return { type: 'application/x-www-form-urlencoded', text };
  }
  if (inBody.length === 0 && tool.method === 'DELETE') return undefined;
  const places = inBody.map(({ name, value, parameter }) => {
    const place = parameter.as ?? name;
    return { steps: place.startsWith('/') ? pointerSteps(place) : [place], value };
  });
  return { type: 'application/json', text: JSON.stringify(nest(places)) };
}

type Nested = { readonly [name: string]: ParameterValue | Nested };

/** Groups values by the steps to them; a value and a group of the same name: the group. */
function nest(places: readonly { steps: readonly string[]; value: ParameterValue }[]): Nested {
  const firsts = new Set(places.map(({ steps }) => steps[0] ?? ''));
  return Object.fromEntries(
    [...firsts].map((first): [string, ParameterValue | Nested] => {
      const here = places.filter(({ steps }) => (steps[0] ?? '') === first);
      const deeper = here.filter(({ steps }) => steps.length > 1);
      const value = here[0]?.value ?? '';
      return [
        first,
        deeper.length === 0
          ? value
          : nest(deeper.map((each) => ({ steps: each.steps.slice(1), value: each.value }))),
      ];
    }),
  );
}
