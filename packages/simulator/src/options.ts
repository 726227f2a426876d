import type { NewCustomer } from './people/customer.ts';
import type { SettingsChange } from './settings.ts';

export type BusinessNumber = { readonly phoneNumberId: string; readonly displayPhoneNumber: string };

/** What a simulator needs to know. Only tests and benches set anything below `log`. */
export type SimulatorOptions = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Shown in links only; calls of any version `vNN.N` are taken. */
  readonly graphVersion: string;
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  /** Further numbers of the same business. */
  readonly numbers?: readonly BusinessNumber[];
  readonly wabaId: string;
  readonly businessName: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly webhookUrl: string;
  /** Opens `/sim/*` and the page. */
  readonly controlToken: string;
  /** In place of the seed customers. */
  readonly customers?: readonly NewCustomer[];
  /** Where the page's "Open the desk" leads. */
  readonly deskUrl?: string;
  /** Told about what an operator should see, never about message text. */
  readonly log?: (event: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Of all randomness; default: a random one. */
  readonly seed?: number;
  /** Whether a send outside the window is refused at once (default) or fails by webhook. */
  readonly closedWindow?: 'refuse' | 'fail-by-webhook';
  /** `when-delivered` reads for the customer; default: only when the page shows it. */
  readonly autoRead?: 'never' | 'when-delivered';
  /** Whether Meta's limits on speed and people hold: `meta` (default), or `none` for benches. */
  readonly limits?: 'meta' | 'none';
  /** Other settings, which the control API can change later. */
  readonly settings?: SettingsChange;
  /** Delays of the `sent` and `delivered` statuses after acceptance, ms; default 20 and 60. */
  readonly statusDelaysMs?: { readonly sent: number; readonly delivered: number };
  /** Whether to make the GET handshake at the start; default true. */
  readonly handshake?: boolean;
  readonly webhookTimeoutMs?: number;
  readonly webhookRetryBaseMs?: number;
  readonly webhookRetryCapMs?: number;
  readonly maxWebhooksInFlight?: number;
  readonly maxWebhookBatch?: number;
  /** Log entries kept; default 20,000. */
  readonly logLimit?: number;
};
