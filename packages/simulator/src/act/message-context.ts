import type { CustomerAction } from '../customer-action.ts';
import type { Json } from '../webhooks/webhook-body.ts';

/** The `context` of a message: what it replies to, whether it was forwarded, which product it is about. */
export function contextOf(action: CustomerAction, displayPhoneNumber: string): Json {
  const { replyTo, forwarded, product } = action;
  if (replyTo === undefined && forwarded === undefined && product === undefined) return {};
  return {
    context: {
      ...(replyTo === undefined ? {} : { from: displayPhoneNumber, id: replyTo }),
      ...(forwarded === 'once' ? { forwarded: true } : {}),
      ...(forwarded === 'often' ? { frequently_forwarded: true } : {}),
      ...(product === undefined
        ? {}
        : {
            from: displayPhoneNumber,
            referred_product: { catalog_id: product.catalogId, product_retailer_id: product.retailerId },
          }),
    },
  };
}

/** The ad or post that brought the customer. */
export function referralOf(action: CustomerAction): Json {
  const { referral } = action;
  if (referral === undefined) return {};
  return {
    referral: {
      source_url: referral.sourceUrl,
      source_type: referral.sourceType,
      source_id: referral.sourceId,
      headline: referral.headline,
      body: referral.body,
      media_type: 'image',
      image_url: `${referral.sourceUrl}/image`,
      ...(referral.sourceType === 'ad' ? { ctwa_clid: referral.ctwaClid } : {}),
    },
  };
}
