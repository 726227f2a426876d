import { createHash } from 'node:crypto';

/** A file on the simulated media server. */
export type Medium = {
  readonly id: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  /** Uploaded by the business (kept 30 days) or sent by a customer (7 days). */
  readonly from: 'business' | 'customer';
  readonly expiresMs: number;
};

/** Uploaded and received files, newest `limit` of them. */
export type MediaStore = {
  add(file: NewMedium): Medium;
  /** A file that has not expired at `nowMs`. */
  find(id: string, nowMs: number): Medium | undefined;
  remove(id: string): void;
};

export type NewMedium = {
  readonly id: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
  readonly from: 'business' | 'customer';
  readonly nowMs: number;
};

const dayMs = 24 * 3_600_000;
/** How long ids live. Source: Cloud API docs, "Media", read 2026-11-21. */
const livesMs = { business: 30 * dayMs, customer: 7 * dayMs } as const;

/** An empty store. */
export function createMediaStore(limit: number): MediaStore {
  const media = new Map<string, Medium>();
  return {
    add: ({ id, mimeType, bytes, from, nowMs }) => {
      const sha256 = createHash('sha256').update(bytes).digest('base64');
      const medium = { id, mimeType, bytes, sha256, from, expiresMs: nowMs + livesMs[from] };
      media.set(id, medium);
      if (media.size > limit)
        for (const oldest of media.keys()) {
          media.delete(oldest);
          break;
        }
      return medium;
    },
    find: (id, nowMs) => {
      const medium = media.get(id);
      return medium !== undefined && nowMs < medium.expiresMs ? medium : undefined;
    },
    remove: (id) => {
      media.delete(id);
    },
  };
}
