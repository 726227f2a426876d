/** The `pricing` object of a status. */
export type Pricing = {
  readonly billable: boolean;
  readonly pricing_model: 'PMP';
  readonly type: 'regular' | 'free_customer_service';
  readonly category: 'service' | 'utility' | 'marketing' | 'authentication';
};

const freeServiceMessagesAMonth = 1_000;

/**
 * Counts service messages per number and month: the first 1,000 are free, later ones are billed.
 * Source: Meta's per-message pricing from 2026-10-01, read 2026-11-21.
 */
export type Meter = {
  price(input: {
    phoneNumberId: string;
    atMs: number;
    category: Pricing['category'];
    windowOpen: boolean;
  }): Pricing;
};

/** A meter that has counted nothing yet. */
export function createMeter(): Meter {
  const used = new Map<string, number>();
  return {
    price: ({ phoneNumberId, atMs, category, windowOpen }) => {
      if (category === 'service') {
        const key = `${phoneNumberId}|${new Date(atMs).toISOString().slice(0, 7)}`;
        const count = (used.get(key) ?? 0) + 1;
        used.set(key, count);
        return priced('service', count <= freeServiceMessagesAMonth);
      }
      return priced(category, category === 'utility' && windowOpen);
    },
  };
}

function priced(category: Pricing['category'], free: boolean): Pricing {
  return {
    billable: !free,
    pricing_model: 'PMP',
    type: free ? 'free_customer_service' : 'regular',
    category,
  };
}
