const MB = 1024 * 1024;

const office = [
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

const mostBytesByType = new Map<string, number>([
  ...['image/jpeg', 'image/png'].map((type): [string, number] => [type, 5 * MB]),
  ['image/webp', 500 * 1024],
  ...['video/mp4', 'video/3gpp'].map((type): [string, number] => [type, 16 * MB]),
  ...['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'].map(
    (type): [string, number] => [type, 16 * MB],
  ),
  ...['text/plain', 'application/pdf', ...office].map((type): [string, number] => [type, 100 * MB]),
]);

/**
 * What is wrong with a file to upload, or undefined if nothing is. `mimeType` may carry parameters
 * (`audio/ogg; codecs=opus`). A WebP image counts as an animated sticker (500 KB); a still one
 * may have 100 KB, which only Meta can tell apart.
 * Source: Cloud API docs, "Media", "Supported media types", read 2026-11-21.
 */
export function uploadProblem(mimeType: string, sizeBytes: number): string | undefined {
  const type = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
  const mostBytes = mostBytesByType.get(type);
  if (mostBytes === undefined) return `WhatsApp takes no files of type "${type.slice(0, 100)}"`;
  if (sizeBytes === 0) return 'the file is empty';
  if (sizeBytes > mostBytes)
    return `the file has ${sizeBytes} bytes; WhatsApp takes at most ${mostBytes} of type "${type}"`;
  return undefined;
}
