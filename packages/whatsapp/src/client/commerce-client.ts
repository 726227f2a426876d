import { z } from 'zod';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';

const Settings = z.looseObject({
  is_cart_enabled: maybe(z.boolean()),
  is_catalog_visible: maybe(z.boolean()),
});
/** Whether customers of a number see its catalog, and may fill a cart from it. */
export type CommerceSettings = z.output<typeof Settings>;

/** A number that has no catalog yet has no settings either. */
const First = z.object({ data: z.array(Settings) }).transform(({ data }) => data[0] ?? Settings.parse({}));

export type CommerceClient = {
  get(signal: AbortSignal): Promise<CallResult<CommerceSettings>>;
  /** What is not named stays as it is. */
  change(
    change: { cartEnabled?: boolean; catalogVisible?: boolean },
    signal: AbortSignal,
  ): Promise<CallResult<{ success: true }>>;
};

/** Source: Meta's OpenAPI file of the Business Messaging API, v23.0. */
export function createCommerceClient(options: NumberAccess): CommerceClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'whatsapp_commerce_settings'];
  return {
    get: (signal) => call({ method: 'GET', path, answer: First }, signal),
    change: ({ cartEnabled, catalogVisible }, signal) =>
      call(
        {
          method: 'POST',
          path,
          query: {
            is_cart_enabled: cartEnabled?.toString(),
            is_catalog_visible: catalogVisible?.toString(),
          },
          answer: Success,
        },
        signal,
      ),
  };
}
