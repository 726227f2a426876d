/**
 * Which files each kind of message may carry, and how large. Source: Cloud API docs, "Media", read 2026-11-21.
 */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const mb = 1_000_000;
const rules: Readonly<
  Record<MediaKind, { readonly mimeTypes: readonly string[]; readonly maxBytes: number }>
> = {
  image: { mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * mb },
  video: { mimeTypes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * mb },
  audio: {
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    maxBytes: 16 * mb,
  },
  document: {
    mimeTypes: [
      'text/plain',
      'application/pdf',
      'application/msword',
      'application/vnd.ms-excel',
      'application/vnd.ms-powerpoint',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    maxBytes: 100 * mb,
  },
  sticker: { mimeTypes: ['image/webp'], maxBytes: 500_000 },
};

/** Largest static sticker. */
const staticStickerBytes = 100_000;
/** Largest file a customer may send a business (131052 above it). */
export const largestInboundBytes = 100 * mb;

/** The type without parameters, in lower case. */
export function plainMimeType(mimeType: string): string {
  return mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Why a file cannot be uploaded at all, or undefined. */
export function refuseUpload(mimeType: string, bytes: Buffer): string | undefined {
  const plain = plainMimeType(mimeType);
  const kinds = Object.values(rules).filter((rule) => rule.mimeTypes.includes(plain));
  if (kinds.length === 0)
    return `Param file must be a file with one of the supported types. Received file of type '${plain}'.`;
  const max = Math.max(...kinds.map((rule) => rule.maxBytes));
  if (bytes.length > max)
    return `The file has ${bytes.length} bytes; at most ${max} are allowed for ${plain}.`;
  return undefined;
}

/** Why a stored file cannot be sent as this kind of message, or undefined. */
export function refuseAs(kind: MediaKind, mimeType: string, bytes: Buffer): string | undefined {
  const rule = rules[kind];
  const plain = plainMimeType(mimeType);
  if (!rule.mimeTypes.includes(plain)) return `A ${kind} message cannot carry a file of type ${plain}.`;
  const max = kind === 'sticker' && !isAnimated(bytes) ? staticStickerBytes : rule.maxBytes;
  if (bytes.length > max) return `A ${kind} may have ${max} bytes; this file has ${bytes.length}.`;
  return undefined;
}

/** Whether a WebP file has the animation flag of its VP8X chunk. */
function isAnimated(webp: Buffer): boolean {
  return webp.subarray(12, 16).toString('latin1') === 'VP8X' && ((webp[20] ?? 0) & 0x02) !== 0;
}
