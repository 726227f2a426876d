/** A resumable upload, for template samples and profile pictures. */
export type UploadSession = {
  readonly id: string;
  readonly fileName: string;
  readonly fileType: string;
  readonly fileLength: number;
  received: Buffer;
  /** Given once all bytes are there. */
  handle: string | undefined;
};

/** Uploads under way and done, by id. */
export type UploadSessions = {
  start(session: Omit<UploadSession, 'received' | 'handle'>): UploadSession;
  find(id: string): UploadSession | undefined;
  /** Whether a finished upload gave out this handle. */
  knows(handle: string): boolean;
};

export function createUploadSessions(): UploadSessions {
  const sessions = new Map<string, UploadSession>();
  return {
    start: (given) => {
      const session = { ...given, received: Buffer.alloc(0), handle: undefined };
      sessions.set(given.id, session);
      return session;
    },
    find: (id) => sessions.get(id),
    knows: (handle) => [...sessions.values()].some((session) => session.handle === handle),
  };
}
