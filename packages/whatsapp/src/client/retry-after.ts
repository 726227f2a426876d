/**
 * How long a Retry-After header asks to wait, in milliseconds: seconds or an HTTP date,
 * measured against the server's own clock where it tells it. Undefined if there is none
 * or it cannot be read. Source: RFC 9110, section 10.2.3.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, nowMs: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(serverNow) ? nowMs : serverNow));
}
