import type { ApiError } from '@ambit/sdk/api-error';

declare global {
  interface Response {
    /** The caller says what it asked for: page and routes are of one version, and the routes hold to the contract. */
    json<T>(): Promise<T>;
  }
}

/** The server said no; the message and what to do about it are meant for people. */
export class Refused extends Error {
  readonly code: string;
  readonly fix: string;

  constructor({ code, message, fix }: ApiError['error']) {
    super(message);
    this.code = code;
    this.fix = fix;
  }
}

export async function get<T>(path: string): Promise<T> {
  const response = await fetch(`/api${path}`);
  return answer<T>(response);
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer<T>(response);
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return response.json<T>();
  const error: ApiError = await response.json<ApiError>();
  throw new Refused(error.error);
}

/** Where a conversation lies in the interface. */
export function conversationPath(place: { channelId: string; conversationId: string }): string {
  return `/conversations/${encodeURIComponent(place.channelId)}/${encodeURIComponent(place.conversationId)}`;
}
