import type { CallResult } from './call-result.ts';
import type { Rejected } from './send-result.ts';

/** What Meta says of a file. `url` lives five minutes. `sha256`: hex or base64, as sent. */
export type MediaDescription = {
  url: string;
  mimeType?: string;
  sha256?: string;
  sizeBytes?: number;
};

/** No whole answer came: no connection, a cut, a stall, or an answer that cannot be read. */
type Unanswered = { kind: 'unanswered'; cause: unknown };

export type DescribeResult = { kind: 'described'; media: MediaDescription } | Rejected | Unanswered;

/** `sha256`: in hex, of the bytes that came. */
export type DownloadResult =
  | { kind: 'downloaded'; bytes: Uint8Array; sha256: string; mimeType?: string }
  /** Meta gave an address, but not there, and again not at a new one: the file is no longer kept. */
  | { kind: 'gone'; httpStatus: number }
  | { kind: 'too-large'; mostBytes: number }
  /** What came is not what Meta described. */
  | { kind: 'damaged'; why: string }
  /** The address leads somewhere the token must not go; nothing was asked for there. */
  | { kind: 'foreign-host'; host: string }
  | Rejected
  | Unanswered;

/** `mediaId`: to send by, for 30 days. */
export type UploadResult = CallResult<{ mediaId: string }>;
