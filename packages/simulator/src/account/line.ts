import type { ThroughputLevel } from '../limits/throughput.ts';

export type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';

/** A QR code or short link that opens a chat with a prefilled message. */
export type QrCode = { readonly code: string; prefilled: string };

/** What the business profile of a number shows. */
export type Profile = {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  vertical?: string;
  websites?: readonly string[];
  profile_picture_url?: string;
};

/** A business phone number, as Meta keeps it. */
export type Line = {
  readonly phoneNumberId: string;
  /** Digits, no plus. */
  readonly displayPhoneNumber: string;
  verifiedName: string;
  nameStatus: 'APPROVED' | 'DECLINED' | 'PENDING_REVIEW';
  registered: boolean;
  pin: string | undefined;
  quality: Quality;
  throughput: ThroughputLevel;
  /** Being upgraded by Meta until then; sends fail with 131057. */
  maintenanceUntilMs: number;
  profile: Profile;
  readonly commerce: { is_catalog_visible: boolean; is_cart_enabled: boolean };
  /** Webhooks carry the identity hash of people. */
  identityCheck: boolean;
  calling: Readonly<Record<string, unknown>>;
  automation: Readonly<Record<string, unknown>>;
  /** PEM of the Flows public key, once uploaded. */
  publicKey: string | undefined;
  username: string | undefined;
  readonly qrCodes: Map<string, QrCode>;
  /** Ids of customers whom the business has blocked on this number. */
  readonly blockedCustomers: Set<string>;
};

/** A registered number of good quality. */
export function createLine(phoneNumberId: string, displayPhoneNumber: string, name: string): Line {
  return {
    phoneNumberId,
    displayPhoneNumber: displayPhoneNumber.replace(/\D/g, ''),
    verifiedName: name,
    nameStatus: 'APPROVED',
    registered: true,
    pin: undefined,
    quality: 'GREEN',
    throughput: 'STANDARD',
    maintenanceUntilMs: 0,
    profile: { about: 'Hey there! I am using WhatsApp.' },
    commerce: { is_catalog_visible: true, is_cart_enabled: true },
    identityCheck: false,
    calling: { status: 'ENABLED', call_icon_visibility: 'DEFAULT' },
    automation: {},
    publicKey: undefined,
    username: undefined,
    qrCodes: new Map(),
    blockedCustomers: new Set(),
  };
}
