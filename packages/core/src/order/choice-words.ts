/** What a way to get or to pay an order is called, by language; at most 20 characters, WhatsApp's for a button. */
const titles: Readonly<Record<string, Readonly<Record<ChoiceId, string>>>> = {
  en: {
    delivery: 'Delivery',
    'pick-up': 'Pick up',
    cash: 'Cash',
    transfer: 'Bank transfer',
    link: 'Pay online',
  },
  es: {
    delivery: 'A domicilio',
    'pick-up': 'Recoger',
    cash: 'Efectivo',
    transfer: 'Transferencia',
    link: 'Pagar en línea',
  },
  pt: {
    delivery: 'Entrega',
    'pick-up': 'Retirada',
    cash: 'Dinheiro',
    transfer: 'Transferência',
    link: 'Pagar online',
  },
  fr: {
    delivery: 'Livraison',
    'pick-up': 'Retrait',
    cash: 'Espèces',
    transfer: 'Virement',
    link: 'Payer en ligne',
  },
  id: {
    delivery: 'Diantar',
    'pick-up': 'Ambil sendiri',
    cash: 'Tunai',
    transfer: 'Transfer bank',
    link: 'Bayar online',
  },
  hi: { delivery: 'डिलीवरी', 'pick-up': 'खुद लेंगे', cash: 'नकद', transfer: 'बैंक ट्रांसफर', link: 'ऑनलाइन भुगतान' },
  'hi-Latn': {
    delivery: 'Delivery',
    'pick-up': 'Khud lenge',
    cash: 'Cash',
    transfer: 'Bank transfer',
    link: 'Online payment',
  },
  ar: { delivery: 'توصيل', 'pick-up': 'استلام', cash: 'نقدًا', transfer: 'تحويل بنكي', link: 'دفع إلكتروني' },
  zh: { delivery: '外送', 'pick-up': '自取', cash: '现金', transfer: '银行转账', link: '在线支付' },
};

type ChoiceId = 'delivery' | 'pick-up' | 'cash' | 'transfer' | 'link';

/** A choice with its name in a language, or in its base language, or in English. */
export function titledChoice(
  id: ChoiceId,
  language: string,
): { readonly id: string; readonly title: string } {
  const [base = ''] = language.split('-');
  const known = titles[language] ?? titles[base] ?? titles['en'];
  return { id, title: known?.[id] ?? id };
}
