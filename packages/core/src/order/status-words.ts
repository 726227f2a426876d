import type { Language } from '../language/language.ts';
import type { Order } from '../tool/order-tools.ts';

type Words = Readonly<Record<Order['status'], string>>;

const words: Readonly<Record<Language, Words>> = {
  en: {
    processing: 'in preparation',
    packed: 'packed',
    shipped: 'on its way',
    delivered: 'delivered',
    cancelled: 'cancelled',
    returned: 'returned',
  },
  es: {
    processing: 'en preparación',
    packed: 'empaquetado',
    shipped: 'en camino',
    delivered: 'entregado',
    cancelled: 'cancelado',
    returned: 'devuelto',
  },
  pt: {
    processing: 'em preparação',
    packed: 'embalado',
    shipped: 'a caminho',
    delivered: 'entregue',
    cancelled: 'cancelado',
    returned: 'devolvido',
  },
  fr: {
    processing: 'en préparation',
    packed: 'emballée',
    shipped: 'en route',
    delivered: 'livrée',
    cancelled: 'annulée',
    returned: 'retournée',
  },
  id: {
    processing: 'sedang disiapkan',
    packed: 'sudah dikemas',
    shipped: 'dalam perjalanan',
    delivered: 'sudah sampai',
    cancelled: 'dibatalkan',
    returned: 'dikembalikan',
  },
  hi: {
    processing: 'तैयार हो रहा है',
    packed: 'पैक हो गया',
    shipped: 'रास्ते में',
    delivered: 'पहुँच गया',
    cancelled: 'रद्द',
    returned: 'लौटाया गया',
  },
  'hi-Latn': {
    processing: 'taiyar ho raha hai',
    packed: 'pack ho gaya',
    shipped: 'raste mein',
    delivered: 'pahunch gaya',
    cancelled: 'cancel',
    returned: 'lautaya gaya',
  },
  ar: {
    processing: 'قيد التحضير',
    packed: 'تم تغليفه',
    shipped: 'في الطريق',
    delivered: 'تم توصيله',
    cancelled: 'ملغى',
    returned: 'مُرجَع',
  },
  zh: {
    processing: '备货中',
    packed: '已打包',
    shipped: '运输中',
    delivered: '已送达',
    cancelled: '已取消',
    returned: '已退回',
  },
};

/** How an order stands, in a word or two that fit a list. */
export function statusWord(language: Language, status: Order['status']): string {
  return words[language][status];
}
