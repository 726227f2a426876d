import { z } from 'zod';
import type { ListCursor } from '../../db/views/list-conversations.ts';

const Cursor = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2} [\d:.]+[+-][\d:]+$/), z.string(), z.uuid()]);

/** Where a page ended, as an opaque text for a URL. */
export function encodeCursor({ at, channelId, conversationId }: ListCursor): string {
  return Buffer.from(JSON.stringify([at, channelId, conversationId])).toString('base64url');
}

/** Undefined for a text that `encodeCursor` did not make. */
export function decodeCursor(text: string): ListCursor | undefined {
  try {
    const [at, channelId, conversationId] = Cursor.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString()),
    );
    return { at, channelId, conversationId };
  } catch {
    return undefined;
  }
}
