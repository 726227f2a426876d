import { z } from 'zod';
import { BelongsTo } from './belongs-to.ts';
import { JsonPointer } from './json-pointer.ts';
import { OutputField } from './tool-output.ts';
import { readUrlTemplate } from './url-template.ts';
import { FieldName, HttpParameter, McpParameter } from './tool-parameter.ts';

/** What flows call a tool. */
const ToolName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by "-"');

/** Set by whoever runs Ambit; stored encrypted and never in a file. */
export const SecretReference = z
  .string()
  .regex(/^secret:[a-z][a-z0-9-]{0,59}$/, 'the name of a secret, such as "secret:shop-key"');

/** The name in "secret:shop-key", or undefined for any other text. */
export function secretName(text: string): string | undefined {
  return SecretReference.safeParse(text).success ? text.slice('secret:'.length) : undefined;
}

/**
 * What a call changes. `none`: nothing. `repeatable`: something, but the back end knows the key of a call
 * and does it once. `once`: something, and a second call would do it again.
 */
export const Effects = z.enum(['none', 'repeatable', 'once']);
export type Effects = z.infer<typeof Effects>;

const AnswerKind = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by "-"')
  .refine((kind) => kind !== 'failed' && kind !== 'in-doubt', 'a flow means something else by this word');

/**
 * One answer a tool may give: flows see `kind` and the outputs. `when`: only an answer that has one of these
 * values at this place.
 */
const Answer = z.strictObject({
  kind: AnswerKind.default('answered'),
  when: z
    .strictObject({
      at: JsonPointer,
      is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
    })
    .optional(),
  outputs: z
    .record(FieldName, OutputField)
    .refine((fields) => !Object.hasOwn(fields, 'kind'), '"kind" is the kind of the answer')
    .default({}),
});
export type Answer = z.infer<typeof Answer>;

const HttpAnswer = Answer.extend({
  /** `success` is any from 200 to 299. */
  status: z.union([z.literal('success'), z.number().int().min(100).max(599)]).default('success'),
});
export type HttpAnswer = z.infer<typeof HttpAnswer>;

const base = {
  name: ToolName,
  /** For people. */
  description: z.string().max(500).default(''),
  effects: Effects,
  /** For one attempt. The engine gives up on all of them after 8 s. */
  timeoutMs: z.number().int().min(50).max(30_000).default(5_000),
  maxBytes: z.number().int().min(100).max(5_000_000).default(200_000),
  /** `contact`: each contact has answers of their own. */
  cache: z
    .strictObject({
      seconds: z.number().int().positive().max(86_400),
      per: z.enum(['contact', 'everyone']).default('contact'),
    })
    .optional(),
  belongsTo: BelongsTo.optional(),
  /** A tool that changes nothing; this one is called only after it has shown the asker something. */
  requires: ToolName.optional(),
};

const toolBase = z.strictObject(base);

/** What HTTP and MCP tools have in common. */
export type ToolDeclaration = z.infer<typeof toolBase>;

type Note = (path: readonly (string | number)[], message: string) => void;

function checkBase(
  tool: ToolDeclaration,
  parameters: Readonly<Record<string, { readonly type: string }>>,
  answers: readonly Answer[],
  note: Note,
): void {
  const { effects, cache, belongsTo, requires } = tool;
  if (effects !== 'none') {
    if (cache !== undefined) note(['cache'], 'only a tool with "effects: none" can be cached');
    if (belongsTo !== undefined)
      note(['belongsTo'], 'an answer comes after the change; name a tool that reads first under "requires"');
  } else if (requires !== undefined) note(['requires'], 'this is for tools that change something');
  if (cache?.per === 'everyone' && Object.values(parameters).some(({ type }) => type === 'contact'))
    note(['cache', 'per'], 'what is asked for one contact is not for everyone');
  if (belongsTo === undefined) return;
  if (belongsTo.phone === undefined && belongsTo.bsuid === undefined && belongsTo.proof === undefined)
    note(['belongsTo'], 'name where the answer has the phone, the BSUID or a fact that proves whose it is');
  if (cache?.per === 'everyone') note(['cache', 'per'], 'what belongs to one contact is not for everyone');
  // Whoever has no right to see something must not learn that it is there.
  for (const [index, { kind, outputs }] of answers.entries()) {
    if (kind === 'not-shown' && Object.keys(outputs).length > 0)
      note(['answers', index, 'outputs'], 'an answer that is not shown has no outputs');
  }
}

/** How a tool signs in. Every value is the name of a secret. */
const Auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('bearer'), token: SecretReference }),
  z.strictObject({ kind: z.literal('basic'), user: SecretReference, password: SecretReference }),
  z.strictObject({
    kind: z.literal('api-key'),
    in: z.enum(['header', 'query']),
    name: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/, 'a name of letters, digits, "_", "." and "-"'),
    value: SecretReference,
  }),
  /** Source: RFC 6749, section 4.4; `send`: where the client's secret goes, section 2.3.1. */
  z.strictObject({
    kind: z.literal('oauth-client-credentials'),
    tokenUrl: z.url({ protocol: /^https?$/ }),
    clientId: SecretReference,
    clientSecret: SecretReference,
    scope: z.string().max(500).optional(),
    audience: z.string().max(500).optional(),
    send: z.enum(['header', 'body']).default('header'),
  }),
]);
export type Auth = z.infer<typeof Auth>;

/** Source: RFC 9110, section 5.1; those that steer the connection are not for tools. */
const HeaderName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}$/, 'the name of an HTTP header')
  .refine((name) => !reservedHeaders.has(name.toLowerCase()), 'this header is set by Ambit');

const reservedHeaders = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'proxy-authorization',
  'proxy-connection',
]);

/** Printable, so that no header can be ended early. */
export const headerValue = /^[\u0021-\u007e]([\u0020-\u007e]*[\u0021-\u007e])?$/;

const Headers = z.record(HeaderName, z.string().max(2_000).regex(headerValue, 'printable ASCII'));

/**
 * A call to an HTTP back end. `url`: host and path as they are, but for `{parameters}` in the path.
 * `redirectHosts`: other hosts that an answer may send a reading call on to.
 */
export const HttpTool = toolBase
  .extend({
    kind: z.literal('http'),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string().max(2_000),
    headers: Headers.default({}),
    auth: Auth.default({ kind: 'none' }),
    parameters: z.record(FieldName, HttpParameter).default({}),
    body: z.enum(['json', 'form']).default('json'),
    /** Which header carries the key of a call that changes something; "" for none. */
    idempotencyHeader: z.union([HeaderName, z.literal('')]).default('Idempotency-Key'),
    retries: z.number().int().min(0).max(3).default(0),
    redirectHosts: z.array(z.string().min(1).max(255)).max(5).default([]),
    answers: z.array(HttpAnswer).min(1).max(10),
  })
  .superRefine((tool, context) => {
    const note: Note = (path, message) => {
      context.addIssue({ code: 'custom', path: [...path], message, input: tool });
    };
    checkBase(tool, tool.parameters, tool.answers, note);
    if (tool.effects === 'once' && tool.retries > 0)
      note(['retries'], 'a call with "effects: once" is never repeated');
    const url = readUrlTemplate(tool.url);
    if (url.kind === 'bad') note(['url'], url.why);
    const holes = url.kind === 'template' ? url.holes : [];
    for (const hole of holes) {
      if (tool.parameters[hole]?.in !== 'path') note(['url'], `{${hole}} is not a parameter with "in: path"`);
    }
    for (const [name, parameter] of Object.entries(tool.parameters)) {
      if (parameter.in === 'path') {
        if (!holes.includes(name)) note(['parameters', name, 'in'], `the URL has no {${name}}`);
        if ('required' in parameter && !parameter.required)
          note(['parameters', name, 'required'], 'what stands in the path is required');
      }
      if (parameter.in === 'body' && tool.method === 'GET')
        note(['parameters', name, 'in'], 'a GET has no body');
      if (parameter.in === 'header' && !HeaderName.safeParse(parameter.as ?? name).success)
        note(['parameters', name, 'as'], 'this is not the name of a header that tools may set');
    }
    if (tool.belongsTo === undefined) return;
    for (const [index, { status, kind }] of tool.answers.entries()) {
      if (status === 404 && kind !== 'not-shown')
        note(['answers', index, 'kind'], 'what is not there and what is not theirs are both "not-shown"');
    }
  });
export type HttpTool = z.infer<typeof HttpTool>;

/** A tool of an MCP server, picked by name. */
const McpPick = toolBase
  .extend({
    /** What the server calls it. */
    tool: z.string().min(1).max(200),
    parameters: z.record(FieldName, McpParameter).default({}),
    answers: z.array(Answer).min(1).max(10),
  })
  .superRefine((pick, context) => {
    checkBase(pick, pick.parameters, pick.answers, (path, message) => {
      context.addIssue({ code: 'custom', path: [...path], message, input: pick });
    });
  });
export type McpPick = z.infer<typeof McpPick>;

/**
 * An MCP server and the tools of it that are used; it has no others. Source: Model Context Protocol 2025-11-25,
 * "Transports".
 */
export const McpServer = z.strictObject({
  kind: z.literal('mcp'),
  server: z.discriminatedUnion('kind', [
    /** Started here, with this environment and PATH alone. */
    z.strictObject({
      kind: z.literal('stdio'),
      command: z.string().min(1),
      arguments: z.array(z.string()).max(50).default([]),
      environment: z
        .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a variable'), z.string())
        .default({}),
    }),
    z.strictObject({
      kind: z.literal('http'),
      url: z.url({ protocol: /^https?$/ }),
      headers: Headers.default({}),
    }),
  ]),
  tools: z.array(McpPick).min(1).max(50),
});
export type McpServer = z.infer<typeof McpServer>;

/** One `tools/*.yaml`. */
export const ToolFile = z.discriminatedUnion('kind', [HttpTool, McpServer]);
export type ToolFile = z.infer<typeof ToolFile>;

/** The tools one file declares. */
export function declaredTools(file: ToolFile): readonly ToolDeclaration[] {
  switch (file.kind) {
    case 'http':
      return [file];
    case 'mcp':
      return file.tools;
  }
}
