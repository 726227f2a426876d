import { z } from 'zod';
import { InteractiveAddress } from './interactive-address.ts';
import { InteractiveButton } from './interactive-button.ts';
import { InteractiveCallPermission, InteractiveVoiceCall } from './interactive-call.ts';
import { InteractiveCarousel } from './interactive-carousel.ts';
import { InteractiveCtaUrl } from './interactive-cta-url.ts';
import { InteractiveFlow } from './interactive-flow.ts';
import { InteractiveList } from './interactive-list.ts';
import { InteractiveOrderDetails, InteractiveOrderStatus } from './interactive-order.ts';
import { InteractiveCatalog, InteractiveProduct, InteractiveProductList } from './interactive-product.ts';
import { InteractiveContactRequest, InteractiveLocationRequest } from './interactive-request.ts';

/** A message to tap on. */
export const InteractiveMessage = z.strictObject({
  type: z.literal('interactive'),
  interactive: z.discriminatedUnion('type', [
    InteractiveButton,
    InteractiveList,
    InteractiveCtaUrl,
    InteractiveFlow,
    InteractiveProduct,
    InteractiveProductList,
    InteractiveCatalog,
    InteractiveCarousel,
    InteractiveLocationRequest,
    InteractiveContactRequest,
    InteractiveAddress,
    InteractiveVoiceCall,
    InteractiveCallPermission,
    InteractiveOrderDetails,
    InteractiveOrderStatus,
  ]),
});
export type InteractiveMessage = z.infer<typeof InteractiveMessage>;
