const kB = 1024;
const MB = 1024 * kB;

/** What a file is sent as. `sticker_animated` and `header_gif` are stickers and headers on the wire. */
export type MediaKind =
  | 'image'
  | 'audio'
  | 'voice'
  | 'video'
  | 'document'
  | 'sticker'
  | 'sticker_animated'
  | 'header_gif';

export type MediaLimit = { readonly mimeTypes: readonly string[]; readonly mostBytes: number };

const office = 'application/vnd.openxmlformats-officedocument';

/**
 * Which files WhatsApp takes, and how large. A voice note is OGG with OPUS; over 512 kB it has a
 * download icon instead of a play icon. Source: Cloud API docs, "Media" and "Audio messages"; GIFs:
 * "Marketing messages"; read 2026-11-21.
 */
export const mediaLimits: Readonly<Record<MediaKind, MediaLimit>> = {
  image: { mimeTypes: ['image/jpeg', 'image/png'], mostBytes: 5 * MB },
  audio: {
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    mostBytes: 16 * MB,
  },
  voice: { mimeTypes: ['audio/ogg'], mostBytes: 16 * MB },
  video: { mimeTypes: ['video/mp4', 'video/3gpp'], mostBytes: 16 * MB },
  document: {
    mimeTypes: [
      'text/plain',
      'application/pdf',
      'application/msword',
      `${office}.wordprocessingml.document`,
      'application/vnd.ms-excel',
      `${office}.spreadsheetml.sheet`,
      'application/vnd.ms-powerpoint',
      `${office}.presentationml.presentation`,
    ],
    mostBytes: 100 * MB,
  },
  sticker: { mimeTypes: ['image/webp'], mostBytes: 100 * kB },
  sticker_animated: { mimeTypes: ['image/webp'], mostBytes: 500 * kB },
  header_gif: { mimeTypes: ['video/mp4'], mostBytes: Math.floor(3.5 * MB) },
};

/** A voice note larger than this has no play icon. */
export const voicePlayIconBytes = 512 * kB;

export type MediaProblem =
  | { kind: 'unsupported-type'; accepted: readonly string[] }
  | { kind: 'empty' }
  | { kind: 'too-large'; mostBytes: number };

/**
 * Why WhatsApp would refuse the file, or undefined if it would not. `mimeType` may carry
 * parameters; codecs inside the file are not looked at, except that OGG must say OPUS if it says
 * anything.
 */
export function checkMedia(kind: MediaKind, mimeType: string, bytes: number): MediaProblem | undefined {
  const { mimeTypes, mostBytes } = mediaLimits[kind];
  const [type = '', ...parameters] = mimeType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const codecs = parameters.find((parameter) => parameter.startsWith('codecs='));
  const isOtherOgg = type === 'audio/ogg' && codecs !== undefined && !/^codecs="?opus"?$/.test(codecs);
  if (!mimeTypes.includes(type) || isOtherOgg) return { kind: 'unsupported-type', accepted: mimeTypes };
  if (bytes <= 0) return { kind: 'empty' };
  return bytes > mostBytes ? { kind: 'too-large', mostBytes } : undefined;
}
