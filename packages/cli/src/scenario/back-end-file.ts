import { z } from 'zod';

/**
 * `well`: answers at once; `slow`: after 30 s, longer than any tool waits; `failing`: 500; `down`: cuts every
 * connection.
 */
export const BackEndState = z.enum(['well', 'slow', 'failing', 'down']);
export type BackEndState = z.infer<typeof BackEndState>;

/**
 * What the stand-in for the business's own systems answers to a request such as "GET /orders/{number}"; a part in
 * braces stands for anything up to the next "/". "TOOL find_slots" is a call of an MCP server's tool. The first answer
 * that fits is given; none: 404, or a tool that says that it failed.
 */
export const BackEndAnswer = z.strictObject({
  request: z
    .string()
    .regex(
      /^(?:(?:GET|POST|PUT|PATCH|DELETE) \/\S*|TOOL [^\s/]+)$/,
      'a method and a path, such as "GET /orders/{number}", without a query, or a tool of an MCP server, such as "TOOL find_slots"',
    ),
  status: z.number().int().min(100).max(599).default(200),
  json: z.unknown().default({}),
});
export type BackEndAnswer = z.infer<typeof BackEndAnswer>;
