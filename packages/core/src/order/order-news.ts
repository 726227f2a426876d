import { z } from 'zod';
import type { Language } from '../language/language.ts';
import { paymentTold } from './order-sentences.ts';

/** What a customer is told of an order without having asked: that the business has its money, or has given it back. */
export const OrderNews = z.object({ about: z.enum(['paid', 'refunded']), orderNumber: z.string() });
export type OrderNews = z.infer<typeof OrderNews>;

/** The news as the customer reads them. */
export function orderNewsText({ about, orderNumber }: OrderNews, language: Language): string {
  return paymentTold(language, about, orderNumber);
}
