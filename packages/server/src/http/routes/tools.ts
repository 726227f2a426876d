import type { Hono } from 'hono';
import { suggestion } from '@ambit/core/business/did-you-mean';
import { readTools } from '@ambit/core/tool/read-tools';
import { phoneDigits } from '@ambit/core/business/phone-number';
import { declaredTools, McpServer, type ToolFile } from '@ambit/core/tool/declared-tool';
import { secretsOf } from '@ambit/core/tool/secrets-of';
import { failureText } from '@ambit/core/tool/tool-failure';
import { toolSpecs } from '@ambit/core/tool/tool-specs';
import { explainIssue } from '@ambit/core/business/explain-issue';
import { fieldName, type FileProblem } from '@ambit/core/business/file-problem';
import { McpLook, McpLookRequest, type ToolList, ToolTried, ToolTryRequest } from '@ambit/sdk/tool';
import type { PublishedBusinesses } from '../../pipeline/published-business.ts';
import type { ToolTrials } from '../../ports/tool-trials.ts';
import { readBody } from './read-body.ts';

/** A try, and the first words of an MCP server, may take so long. */
const mostMs = 30_000;

/** What is needed to try tools. */
export type ToolNeeds = { readonly businesses: PublishedBusinesses; readonly toolTrials: ToolTrials };

/** The business's own tools: what they are, one real call of one, and what an MCP server has. */
export function addToolRoutes(app: Hono, { businesses, toolTrials }: ToolNeeds): void {
  app.get('/api/tools', async (c) => {
    const { tools } = (await businesses.current()).business;
    const specs = new Map(toolSpecs(tools).map((spec) => [spec.name, spec]));
    const listed = await Promise.all(
      tools.map(async (file) => {
        const unsetSecrets = [...(await toolTrials.unsetSecrets(secretsOf(file)))];
        return declaredTools(file).map(({ name, description, effects }) => ({
          name,
          description,
          kind: file.kind,
          effects,
          inputs: [...(specs.get(name)?.inputs ?? [])],
          answers: [...(specs.get(name)?.outcomes ?? [])],
          unsetSecrets,
        }));
      }),
    );
    return c.json({ tools: listed.flat() } satisfies ToolList);
  });

  app.post('/api/tools/try', async (c) => {
    const body = await readBody(c, ToolTryRequest);
    if (body.kind === 'answer') return body.response;
    const { name, input, phone, files: written, mayChange } = body.value;
    const { business } = await businesses.current();
    const read: ReturnType<typeof readTools> =
      written === undefined
        ? { tools: business.tools, problems: [] }
        : readTools(new Map(Object.entries(written)));
    const asked =
      phone === undefined ? undefined : (phoneDigits(phone, business.defaultCountry) ?? plainDigits(phone));
    const problems =
      read.problems.length > 0
        ? read.problems
        : objections({ tools: read.tools, name, input, mayChange, phone, asked });
    if (problems.length > 0) return c.json({ kind: 'refused', problems: [...problems] } satisfies ToolTried);
    const { outcome, trace, ms } = await toolTrials.test(
      { files: read.tools, name, defaultCountry: business.defaultCountry },
      {
        input,
        asker: { contactId: 'tool-try', ...(asked === undefined ? {} : { phone: asked }) },
        callKey: `try-${crypto.randomUUID()}`,
        signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(mostMs)]),
      },
    );
    return c.json(ToolTried.parse({ kind: 'tried', outcome, ms, trace }));
  });

  app.post('/api/tools/mcp', async (c) => {
    const body = await readBody(c, McpLookRequest);
    if (body.kind === 'answer') return body.response;
    const server = McpServer.shape.server.safeParse(body.value.server, { reportInput: true });
    if (!server.success) {
      const why = server.error.issues.map((issue) => {
        const { message, fix } = explainIssue(issue);
        return `${fieldName(['server', ...issue.path])}: ${message} — ${fix}`;
      });
      return c.json({ kind: 'failed', why: why.join('; ') } satisfies McpLook);
    }
    const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(mostMs)]);
    const look = await toolTrials.listMcp(server.data, signal);
    return c.json(
      McpLook.parse(look.kind === 'failed' ? { kind: 'failed', why: failureText(look.failure) } : look),
    );
  });
}

/** Numbers of simulated customers are of no country's plan. Source of the lengths: ITU-T E.164. */
function plainDigits(phone: string): string | undefined {
  return /^\+[1-9]\d{7,14}$/.test(phone) ? phone.slice(1) : undefined;
}

type Asked = {
  readonly tools: readonly ToolFile[];
  readonly name: string;
  readonly input: Readonly<Record<string, string>>;
  readonly mayChange: boolean;
  readonly phone: string | undefined;
  readonly asked: string | undefined;
};

/** Why a tool is not called. */
function objections({ tools, name, input, mayChange, phone, asked }: Asked): readonly FileProblem[] {
  const specs = toolSpecs(tools);
  const spec = specs.find((each) => each.name === name);
  const names = specs.map((each) => each.name);
  if (spec === undefined) {
    const fix = names.length === 0 ? 'declare it in a file in tools/' : suggestion(name, names);
    return [{ file: 'tools', message: `there is no tool "${name}"`, fix }];
  }
  const unknown = Object.keys(input).filter((each) => !spec.inputs.includes(each));
  return [
    ...unknown.map((each) => ({
      file: 'tools',
      field: name,
      message: `it takes no "${each}"`,
      fix: suggestion(each, spec.inputs),
    })),
    ...(phone !== undefined && asked === undefined
      ? [
          {
            file: 'tools',
            field: name,
            message: `"${phone}" is not a phone number`,
            fix: 'write it with "+" and the country code, such as "+1 415 555 0100"',
          },
        ]
      : []),
    ...(spec.effect && !mayChange
      ? [
          {
            file: 'tools',
            field: name,
            message: 'it changes something in the business, and nobody said that it may',
            fix: 'say so (--yes, or "mayChange": true), with values that may be changed',
          },
        ]
      : []),
  ];
}
