import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { Handler } from 'hono';

// From built code as well as from source: browsers get the sources, their types stripped.
const folder = new URL('../../../src/http/desk/page/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Serves the files of the desk page, each read once. */
export function servePage(): Handler {
  const cache = new Map<string, string>();
  return async (c) => {
    const name = c.req.path === '/' ? 'index.html' : c.req.path.slice(1);
    const type = types[name.split('.').at(-1) ?? ''];
    if (type === undefined || !/^[a-z][a-z0-9-]*\.[a-z]+$/.test(name)) return c.text('Not found', 404);
    const content = cache.get(name) ?? (await load(name));
    if (content === undefined) return c.text('Not found', 404);
    cache.set(name, content);
    return c.body(content, 200, { 'content-type': type });
  };
}

async function load(name: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(new URL(name, folder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return name.endsWith('.ts') ? stripTypeScriptTypes(text, { mode: 'strip' }) : text;
}
