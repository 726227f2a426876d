import type { Pricing } from './price-message.ts';

/** Delivered messages of one kind in one half hour, as the analytics endpoints add them up. */
export type LedgerRow = {
  readonly startMs: number;
  readonly phoneNumberId: string;
  readonly country: string;
  readonly type: Pricing['type'];
  readonly category: Pricing['category'];
  volume: number;
  /** US dollars. */
  cost: number;
};

/** Messages of one number in one half hour. */
export type TrafficRow = {
  readonly startMs: number;
  readonly phoneNumberId: string;
  sent: number;
  delivered: number;
  received: number;
};

/** What was sent, delivered and charged, per half hour. */
export type Ledger = {
  count(what: 'sent' | 'delivered' | 'received', phoneNumberId: string, atMs: number): void;
  charge(entry: Omit<LedgerRow, 'startMs' | 'volume'> & { atMs: number }): void;
  traffic(): readonly TrafficRow[];
  charges(): readonly LedgerRow[];
  /** US dollars charged since the start. */
  total(): number;
};

const halfHourMs = 1_800_000;

/** An empty ledger. */
export function createLedger(): Ledger {
  const traffic = new Map<string, TrafficRow>();
  const charges = new Map<string, LedgerRow>();
  let total = 0;
  return {
    count: (what, phoneNumberId, atMs) => {
      const startMs = Math.floor(atMs / halfHourMs) * halfHourMs;
      const key = `${startMs}|${phoneNumberId}`;
      let row = traffic.get(key);
      if (row === undefined) {
        row = { startMs, phoneNumberId, sent: 0, delivered: 0, received: 0 };
        traffic.set(key, row);
      }
      row[what] += 1;
    },
    charge: ({ atMs, cost, ...kind }) => {
      const startMs = Math.floor(atMs / halfHourMs) * halfHourMs;
      const key = `${startMs}|${kind.phoneNumberId}|${kind.country}|${kind.type}|${kind.category}`;
      const row = charges.get(key);
      total += cost;
      if (row === undefined) charges.set(key, { ...kind, startMs, volume: 1, cost });
      else {
        row.volume += 1;
        row.cost += cost;
      }
    },
    traffic: () => [...traffic.values()],
    charges: () => [...charges.values()],
    total: () => total,
  };
}
