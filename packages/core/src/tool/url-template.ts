/**
 * An address with `{parameters}` in its path only; scheme, host, port and query are as they stand.
 * Source of the characters: RFC 3986, sections 3.2 to 3.4.
 */
const template =
  /^(?<origin>https?:\/\/(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?)(?<path>(?:\/[A-Za-z0-9._~!$&'()*+,;=:@%{}-]*)*)(?:\?(?<query>[A-Za-z0-9._~!$&'()*+,;=:@%/?[\]-]*))?$/;

/** The parts of an address, or why it cannot be one. */
export type UrlTemplate =
  | {
      readonly kind: 'template';
      readonly origin: string;
      readonly path: string;
      readonly query: string;
      /** The parameters it names. */
      readonly holes: readonly string[];
    }
  | { readonly kind: 'bad'; readonly why: string };

/** Reads an address with holes. */
export function readUrlTemplate(text: string): UrlTemplate {
  const parts = template.exec(text)?.groups;
  const origin = parts?.['origin'];
  if (parts === undefined || origin === undefined)
    return {
      kind: 'bad',
      why: 'this is not an http(s) address whose {parameters} stand in the path, such as "https://api.example.com/orders/{orderNumber}"',
    };
  const path = parts['path'] ?? '';
  if (/[{}]/.test(path.replaceAll(hole, '')))
    return { kind: 'bad', why: 'a parameter in the path is written {name}' };
  if (hasDotSegment(path)) return { kind: 'bad', why: 'leave out "." and ".." from the path' };
  return {
    kind: 'template',
    origin,
    path,
    query: parts['query'] ?? '',
    holes: [...path.matchAll(hole)].map(([, name = '']) => name),
  };
}

const hole = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The path with its holes filled; undefined when a value would give the path another shape. */
export function fillPath(path: string, values: ReadonlyMap<string, string>): string | undefined {
  // Some back ends take an encoded slash for a real one.
  if ([...values.values()].some((value) => value === '' || /[/\\\p{Cc}]/u.test(value))) return undefined;
  const filled = path.replaceAll(hole, (_, name: string) => percentEncode(values.get(name) ?? ''));
  return hasDotSegment(filled) ? undefined : filled;
}

/** Percent-encoding of all but unreserved characters. Source: RFC 3986, section 2.3. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Source: WHATWG URL, "single-dot" and "double-dot" segments. */
function hasDotSegment(path: string): boolean {
  return path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}
