import { crc32, deflateSync } from 'node:zlib';
import type { MediaKind } from './media-rules.ts';

/** A small valid file of a kind, for customers who send one without choosing it. */
export function sampleFile(kind: MediaKind): { mimeType: string; bytes: Buffer } {
  switch (kind) {
    case 'image':
      return { mimeType: 'image/png', bytes: gradientPng(240, 160) };
    case 'sticker':
      return { mimeType: 'image/webp', bytes: smallestWebp };
    case 'video':
      return { mimeType: 'video/mp4', bytes: Buffer.from('AAAAGGZ0eXBtcDQyAAAAAG1wNDJpc29t', 'base64') };
    case 'audio':
      return { mimeType: 'audio/ogg; codecs=opus', bytes: Buffer.from('T2dnUwACAAAAAAAAAAA=', 'base64') };
    case 'document':
      return { mimeType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') };
  }
}

const smallestWebp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

function gradientPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const hill = y > height * 0.62 + Math.sin(x / 28) * 14;
      rows[at] = hill ? 34 + (x >> 3) : 120 + (y >> 1);
      rows[at + 1] = hill ? 122 : 190 - (y >> 2);
      rows[at + 2] = hill ? 96 : 235 - (x >> 3);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
