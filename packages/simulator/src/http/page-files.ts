import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';

const folder = new URL('../../src/page/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files of the phone page, read once; TypeScript is served with its types stripped. */
export type PageFiles = {
  /** False if the page has no such file. */
  serve(path: string, response: ServerResponse): Promise<boolean>;
};

export function createPageFiles(): PageFiles {
  const cache = new Map<string, string>();
  return {
    serve: async (path, response) => {
      const name = path === '/' ? 'index.html' : path.replace(/^\/page\//, '');
      const type = types[name.split('.').at(-1) ?? ''];
      if (type === undefined || !/^[a-z][a-z0-9-]*\.[a-z]+$/.test(name)) return false;
      const content = cache.get(name) ?? (await load(name));
      if (content === undefined) return false;
      cache.set(name, content);
      response.writeHead(200, {
        'content-type': type,
        'cache-control': 'no-cache',
        'content-security-policy':
          "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      response.end(content);
      return true;
    },
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
