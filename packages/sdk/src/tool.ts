import { z } from 'zod';
import { FileProblem } from './table-import.ts';

/**
 * A tool that the published business declares. `inputs`: what a flow may hand over; `answers`: the kinds of its
 * answers, beside `failed` and `in-doubt`; `unsetSecrets`: what it signs in with and nobody has set.
 */
export const DeclaredTool = z.object({
  name: z.string(),
  description: z.string(),
  kind: z.enum(['http', 'mcp']),
  effects: z.enum(['none', 'repeatable', 'once']),
  inputs: z.array(z.string()),
  answers: z.array(z.string()),
  unsetSecrets: z.array(z.string()),
});
export type DeclaredTool = z.infer<typeof DeclaredTool>;

/** GET /api/tools. */
export const ToolList = z.object({ tools: z.array(DeclaredTool) });
export type ToolList = z.infer<typeof ToolList>;

/**
 * POST /api/tools/try: makes one real call. `files`: the text of `tools/*.yaml` by path, to try what is not published
 * yet; left out, the published tools. `phone`: of the customer it is asked for. A tool that changes something does so,
 * and only where `mayChange` says so.
 */
export const ToolTryRequest = z.object({
  name: z.string().min(1).max(100),
  input: z.record(z.string(), z.string().max(5_000)).default({}),
  phone: z.string().max(30).optional(),
  files: z.record(z.string().max(300), z.string().max(200_000)).optional(),
  mayChange: z.boolean().default(false),
});
export type ToolTryRequest = z.input<typeof ToolTryRequest>;

/**
 * What came of it. `refused`: nothing was called, and why. `tried`: what was sent with its secrets masked, what came
 * back, what a flow would get of it, and how long it took.
 */
export const ToolTried = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), problems: z.array(FileProblem) }),
  z.object({
    kind: z.literal('tried'),
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('answered'), output: z.json() }),
      z.object({ kind: z.enum(['failed', 'in-doubt']), why: z.string() }),
    ]),
    ms: z.number(),
    trace: z
      .object({
        request: z.object({
          what: z.string(),
          headers: z.record(z.string(), z.string()),
          body: z.string(),
        }),
        response: z.object({ status: z.string(), text: z.string() }).optional(),
        attempts: z.number(),
      })
      .optional(),
  }),
]);
export type ToolTried = z.infer<typeof ToolTried>;

/** POST /api/tools/mcp: which tools a server has; `server` as under `server:` of a file in `tools/`. */
export const McpLookRequest = z.object({ server: z.record(z.string(), z.json()) });
export type McpLookRequest = z.infer<typeof McpLookRequest>;

/** Its tools, their schemas as JSON Schema; or why it could not be asked. */
export const McpLook = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('listed'),
    tools: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        inputSchema: z.json().optional(),
        outputSchema: z.json().optional(),
      }),
    ),
  }),
  z.object({ kind: z.literal('failed'), why: z.string() }),
]);
export type McpLook = z.infer<typeof McpLook>;
