/** Who calls: `Authorization` and `Bearer …`, or a provider's own header. */
export type GraphAuth = { header: string; value: string };

/**
 * An address below the Graph API. Empty segments are left out: a provider such as 360dialog has
 * neither version nor number in its paths. Throws if `baseUrl` is not a web address.
 */
export function graphAddress(baseUrl: string, segments: readonly string[]): URL {
  const parts = segments.filter((part) => part !== '').map(segmentOf);
  const address = [baseUrl.replace(/\/+$/, ''), ...parts].join('/');
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw new Error(
      `"${baseUrl}" is not a web address for the Graph API; give one like https://graph.facebook.com`,
    );
  return new URL(address);
}

/** Says which header is wrong but not why: the reason would quote the token. */
export function graphHeaders(auth: GraphAuth, others: Readonly<Record<string, string>> = {}): Headers {
  try {
    return new Headers({ ...others, [auth.header]: auth.value });
  } catch {
    throw new Error(
      `The auth header "${auth.header}" has a name or value that HTTP cannot carry; check for line breaks`,
    );
  }
}

/** Colon and equals sign stay as they are: an upload session's id has them and is signed with them. */
function segmentOf(part: string): string {
  return encodeURIComponent(part).replaceAll('%3A', ':').replaceAll('%3D', '=');
}
