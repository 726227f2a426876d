import type { IncomingMessage, ServerResponse } from 'node:http';
import { sameSecret } from './same-secret.ts';

/** Who may use the page and the control API: whoever has the control token, as bearer or cookie. */
export type Access = {
  allows(request: IncomingMessage): boolean;
  /** Answers `/?token=…`: sets the cookie and goes on to the page. False if there is no token. */
  letIn(url: URL, response: ServerResponse): boolean;
  turnAway(request: IncomingMessage, response: ServerResponse, url: URL): void;
};

/** The cookie carries the port, as browsers share cookies between ports. */
export function createAccess(controlToken: string, port: () => number): Access {
  const cookieName = (): string => `ambit_sim_${port()}`;
  return {
    allows: (request) => {
      const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (bearer !== undefined) return sameSecret(bearer, controlToken);
      const cookie = (request.headers.cookie ?? '')
        .split(/;\s*/)
        .find((one) => one.startsWith(`${cookieName()}=`));
      if (cookie === undefined) return false;
      return sameSecret(decodeCookie(cookie.slice(cookieName().length + 1)), controlToken);
    },
    letIn: (url, response) => {
      const token = url.searchParams.get('token');
      if (url.pathname !== '/' || token === null || !sameSecret(token, controlToken)) return false;
      const rest = new URLSearchParams(url.searchParams);
      rest.delete('token');
      const query = rest.toString();
      response.writeHead(303, {
        location: query === '' ? '/' : `/?${query}`,
        'set-cookie': `${cookieName()}=${encodeURIComponent(controlToken)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
      response.end();
      return true;
    },
    turnAway: (request, response, url) => {
      request.resume();
      const wantsPage = (request.headers.accept ?? '').includes('text/html');
      const wrong = url.searchParams.has('token') || request.headers.authorization !== undefined;
      const reason = wrong ? 'That token is not the right one.' : 'This page needs a token.';
      response.writeHead(401, {
        'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'www-authenticate': 'Bearer realm="Ambit simulator"',
      });
      response.end(
        wantsPage
          ? deniedPage(reason)
          : JSON.stringify({ error: `${reason} Send "Authorization: Bearer <AMBIT_TOKEN>".` }),
      );
    },
  };
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

function deniedPage(reason: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Phone simulator: token needed</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;margin:0;background:light-dark(#f0f2f5,#0b141a);color:light-dark(#111b21,#e9edef)}main{max-width:30rem;margin:1rem;padding:2rem;border-radius:1rem;background:light-dark(#fff,#1f2c33);box-shadow:0 4px 24px #0002}h1{font-size:1.25rem;margin:0 0 .5rem}code{background:light-dark(#f0f2f5,#0b141a);padding:.1rem .35rem;border-radius:.3rem}form{display:flex;gap:.5rem;margin-top:1.25rem}input{flex:1;min-width:0;font:inherit;padding:.6rem .8rem;border:1px solid light-dark(#8696a0,#54656f);border-radius:.6rem;background:transparent;color:inherit}button{font:inherit;font-weight:600;padding:.6rem 1rem;border:0;border-radius:.6rem;background:#00695c;color:#fff;cursor:pointer}:focus-visible{outline:3px solid #00a884;outline-offset:2px}</style>
<main><h1>${reason}</h1><p>The link with the right token was printed where Ambit was started: look for a line like <code>http://127.0.0.1:…/?token=…</code> and open it, or paste the token here.</p>
<form method="get" action="/"><input name="token" aria-label="Token" placeholder="Token" autocomplete="off" required autofocus><button>Open the phone</button></form></main></html>`;
}
