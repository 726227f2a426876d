/**
 * Words of advertising, by language. Meta moves a utility template that has them to marketing.
 * Source: WhatsApp template categorization guide (WA-TPL-001), read 2026-11-21; the lists are our own.
 */
const words: readonly string[] = [
  "discount|% off|special offer|limited offer|exclusive offer|promo|promotion|coupon|voucher|new arrivals?|flash sale|on sale|upgrade now|refer a friend|book again|buy now|shop now|free gift|best deals?|don['’]t miss",
  'descuentos?|oferta especial|promoci[oó]n(?:es)?|cup[oó]n(?:es)?|rebajas|novedades|compra ya|aprovecha',
  'descontos?|oferta especial|promo[cç][aã]o|promo[cç][oõ]es|cupom|cupons|liquida[cç][aã]o|novidades|compre j[aá]|aproveite',
  'r[eé]ductions?|remises?|offre sp[eé]ciale|promotions?|code promo|soldes|nouveaut[eé]s|profitez',
  'diskon|promo|penawaran (?:khusus|spesial)|kupon|voucher|beli sekarang|gratis ongkir|cuci gudang',
  'छूट|ऑफ़र|ऑफर|कूपन|सेल|अभी खरीदें',
  'chhoot|sale chal rahi|abhi kharidein',
  'خصم|عرض خاص|عروض|تخفيضات|كوبون|اشتر الآن',
  '折扣|优惠|促销|特价|优惠券|打折|新品|立即购买|限时',
];
// A vowel sign of Hindi goes on with the word.
const found = words.map((list) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${list})(?![\\p{L}\\p{M}])`, 'iu'));
/** Chinese writes no space between words. */
const chinese = new RegExp(words.at(-1) ?? '', 'u');

/** The first word of advertising in a text, if any. */
export function promotionIn(text: string): string | undefined {
  for (const pattern of [...found, chinese]) {
    const [word] = pattern.exec(text) ?? [];
    if (word !== undefined && word !== '') return word;
  }
  return undefined;
}

/** How customers are told that they can end promotions: a button or a line of small print. Source: WA-TPL-006. */
const optOut =
  /(?<!\p{L})(?:stop|unsubscribe|opt out|no more|baja|no quiero|parar|sair|cancelar|arr[eê]ter|d[eé]sabonner|berhenti|henti|band|bandh)(?!\p{L})|बंद|रोक|إيقاف|توقف|إلغاء|退订|停止|取消/iu;

export function namesOptOut(text: string): boolean {
  return optOut.test(text);
}
