import { z } from 'zod';

/** Who may speak in a conversation. Every change raises the owner version. */
export const Owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent') }),
  /** Handed to people; `person` once somebody has taken it. */
  z.object({ kind: z.literal('people'), person: z.string().optional() }),
  z.object({ kind: z.literal('nobody') }),
]);
export type Owner = z.infer<typeof Owner>;
