/** One field of a multipart form; `filename` is there for files only. */
export type FormPart = {
  readonly name: string;
  readonly filename?: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
};

/**
 * Splits a multipart/form-data body, or says undefined if it is none. Source: RFC 7578.
 */
export function parseMultipart(body: Buffer, contentType: string): readonly FormPart[] | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const marker = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let at = body.indexOf(marker);
  while (at !== -1) {
    const from = at + marker.length + 2;
    const to = body.indexOf(marker, from);
    if (to === -1) break;
    const part = parsePart(body.subarray(from, to - 2));
    if (part !== undefined) parts.push(part);
    at = to;
  }
  return parts;
}

function parsePart(part: Buffer): FormPart | undefined {
  const end = part.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = part.subarray(0, end).toString('utf8');
  const name = /;\s*name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  const filename = /;\s*filename="([^"]*)"/i.exec(head)?.[1];
  return {
    name,
    ...(filename === undefined ? {} : { filename }),
    mimeType: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'text/plain',
    bytes: part.subarray(end + 4),
  };
}
