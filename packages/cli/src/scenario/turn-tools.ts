import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '@ambit/core/business/read-yaml';
import { ToolFile } from '@ambit/core/tool/declared-tool';
import { isToolFile } from '@ambit/core/tool/read-tools';
import { secretsOf, secretVariable } from '@ambit/core/tool/secrets-of';

/** Where the stand-in gives out access tokens, and speaks as an MCP server. */
export const standInPaths = { token: '/-/token', mcp: '/-/mcp' } as const;

/**
 * Has all tools of a business's folder call the stand-in, whatever they are and however they are written: HTTP tools
 * at the paths they have, access tokens and MCP servers at paths of its own. `host`: such as "127.0.0.1:41234".
 * Returns the environment that gives each secret they name a value of no meaning. A file that cannot be read stays:
 * the start refuses it.
 */
export function turnToolsTo(host: string, business: string): Readonly<Record<string, string>> {
  const secrets: Record<string, string> = {};
  const names = readdirSync(business).includes('tools') ? readdirSync(join(business, 'tools')) : [];
  for (const file of names.map((name) => `tools/${name}`).filter(isToolFile)) {
    const path = join(business, file);
    const text = readFileSync(path, 'utf8');
    const tool = readYaml(file, text, ToolFile).value;
    const { value } = readYaml(file, text, Written);
    if (tool === undefined || value === undefined) continue;
    writeFileSync(path, JSON.stringify(turned(value, `http://${host}`), null, 2));
    for (const name of secretsOf(tool)) secrets[secretVariable(name)] = 'of-a-scenario';
  }
  return secrets;
}

const Written = z.looseObject({
  url: z.string().optional(),
  auth: z.looseObject({ tokenUrl: z.string().optional() }).optional(),
  server: z.unknown().optional(),
  tools: z.array(z.looseObject({ tool: z.string() })).optional(),
});

function turned(written: z.infer<typeof Written>, origin: string): unknown {
  const { url, auth, server, tools = [] } = written;
  const query = new URLSearchParams(tools.map(({ tool }): [string, string] => ['tool', tool]));
  return {
    ...written,
    ...(url === undefined ? {} : { url: url.replace(/^https?:\/\/[^/?#]+/i, origin) }),
    ...(auth?.tokenUrl === undefined
      ? {}
      : { auth: { ...auth, tokenUrl: `${origin}${standInPaths.token}` } }),
    ...(server === undefined
      ? {}
      : { server: { kind: 'http', url: `${origin}${standInPaths.mcp}?${query.toString()}` } }),
  };
}
