import { z } from 'zod';
import type { InboundFile } from './inbound-content.ts';
import { present } from './present.ts';
import type { Forms } from './reader.ts';

/** The fields that every inbound file has on the wire. */
export function fileFields(f: Forms) {
  return {
    id: f.id,
    mime_type: f.maybe(z.string()),
    sha256: f.maybe(z.string()),
    url: f.maybe(z.string()),
    caption: f.maybe(z.string()),
  };
}

/** The same fields as content has them, all but the caption. */
export function fileOf(wire: {
  id: string;
  mime_type: string | undefined;
  sha256: string | undefined;
  url: string | undefined;
}): InboundFile {
  return present({ mediaId: wire.id, mimeType: wire.mime_type, sha256: wire.sha256, url: wire.url });
}
