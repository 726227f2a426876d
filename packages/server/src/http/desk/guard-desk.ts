import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { apiError } from '../routes/api-error.ts';
import { deniedPage, deniedPageStyle } from './denied-page.ts';

const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/;

const policy = (style: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data:; media-src 'self'; connect-src 'self'; ` +
  `font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const pagePolicy = policy("'self'");
const deniedPolicy = policy(`'sha256-${createHash('sha256').update(deniedPageStyle).digest('base64')}'`);

/**
 * Lets in who has the token, as bearer or as the cookie that `/?token=…` sets, over a loopback name
 * (a foreign name that resolves to this machine is an attack on the browser, "DNS rebinding").
 * A command that comes with the cookie must come from the desk's own page: browsers send cookies of
 * this host along from pages of other ports too.
 */
export function guardDesk(token: string): MiddlewareHandler {
  const cookieValue = createHmac('sha256', token).update('ambit desk').digest('base64url');
  return async (c, next) => {
    secure(c);
    const host = loopbackHost.exec(c.req.header('host') ?? '');
    if (host === null)
      return apiError(c, 403, {
        code: 'foreign-host',
        message: 'The desk answers on this machine only.',
        fix: 'Open it as http://127.0.0.1 with its port.',
      });
    // Browsers share cookies between the ports of a host, so that the name carries the port.
    const cookieName = `ambit_desk_${host[1] ?? '80'}`;
    const given = c.req.query('token');
    if (c.req.path === '/' && given !== undefined && isSame(given, token)) {
      setCookie(c, cookieName, cookieValue, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: 31_536_000,
      });
      return c.redirect('/', 303);
    }
    const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined) return isSame(bearer, token) ? next() : denied(c, true);
    const cookie = getCookie(c, cookieName);
    if (cookie === undefined || !isSame(cookie, cookieValue)) return denied(c, given !== undefined);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnPage(c))
      return apiError(c, 403, {
        code: 'foreign-origin',
        message: 'This command does not come from the desk.',
        fix: 'Use the desk, or send the token as "Authorization: Bearer".',
      });
    return next();
  };
}

function secure(c: Context): void {
  c.header('content-security-policy', pagePolicy);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-frame-options', 'DENY');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('cache-control', 'no-store');
}

function isOwnPage(c: Context): boolean {
  return c.req.header('origin') === `http://${c.req.header('host')}`;
}

function denied(c: Context, wrong: boolean): Response {
  c.header('www-authenticate', 'Bearer realm="Ambit desk"');
  const message = wrong ? 'That token is not the right one.' : 'The desk needs a token.';
  const wantsPage = !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
  if (!wantsPage)
    return apiError(c, 401, {
      code: 'unauthorized',
      message,
      fix: 'Send "Authorization: Bearer TOKEN"; Ambit prints the token when it starts.',
    });
  c.header('content-security-policy', deniedPolicy);
  return c.html(deniedPage(message), 401);
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
