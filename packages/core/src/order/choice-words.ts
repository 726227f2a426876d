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

export type ChoiceId = 'delivery' | 'pick-up' | 'cash' | 'transfer' | 'link';

/** Other words for it, whatever language they are in; those that two choices share are left out. */
const says: Readonly<Record<ChoiceId, readonly string[]>> = {
  delivery: [
    'deliver|delivered|deliver it|delivery please|bring it|bring it to me|send it|send it to me|ship it|shipping|to my home|to my place|to my house|to my office|my address|home delivery|courier|drop it off',
    'a domicilio|domicilio|envío|envio|enviar|envíalo|envíemelo|envíenlo|mándalo|mándenmelo|tráigalo|tráemelo|a mi casa|a casa|entrega a domicilio|que me lo traigan|que me lo envíen|delivery',
    'entregar|entrega|entregue|entregar em casa|em casa|manda|mande|envie|enviar|na minha casa|no meu endereço|traz|para entrega|tele entrega',
    'à livrer|a livrer|livrer|livré|livrée|livrez|livraison|à domicile|a domicile|chez moi|à la maison|envoyez|envoyez le moi|apportez|faites livrer|en livraison',
    'diantar|dianter|antar|anter|antarkan|dikirim|kirim|kirimkan|anter aja|antar aja|ke rumah|ke alamat saya|delivery|pesan antar|gojek|gosend',
    'घर भेजो|घर पर|घर पर दे दो|भेज दो|भेज दीजिए|पहुँचा दो|डिलीवर कर दो|डिलीवर|होम डिलीवरी|मेरे पते पर',
    'ghar bhejo|ghar pe|ghar par|bhej do|bhej dijiye|pahuncha do|deliver kar do|deliver karo|home delivery|mere pate par|ghar pe de do',
    'توصيل|التوصيل|وصلوه|وصله|وصلها|وصلوها|للبيت|إلى البيت|على البيت|أرسله|ارسله|ابعته|ابعتوه|جيبه|توصيل للمنزل|على عنواني',
    '送|送货|送来|送过来|送到家|送上门|外卖|外送|配送|快递|寄|寄过来|送到|送餐',
  ],
  'pick-up': [
    "pick up|pickup|pick it up|i'll pick it up|i will pick it up|collect|collect it|i'll collect|i'll come by|i will come by|i'll come|come by|i'll come and get it|come and get it|i'll get it|i'll fetch it|fetch|take away|takeaway|take out|to go|in store|at the store|in the shop|from the shop|from the store|picking it up|i'll pick up|pick them up|i'll come pick it up|self pickup",
    'recoger|recojo|lo recojo|la recojo|paso a recogerlo|paso a buscarlo|paso por él|lo paso a buscar|voy yo|paso yo|voy a recogerlo|lo busco|retirar|retiro|para llevar|en tienda|en la tienda|en el local|paso por|paso por ella|paso por ellos|paso por ellas|paso a recoger|lo recojo yo|la recojo yo|los recojo|las recojo|recojo yo|voy por él|voy por ellos|yo voy por|lo paso a recoger|en sucursal',
    'retirar|retiro|vou retirar|eu retiro|vou buscar|busco|eu busco|passo aí|passo ai|pegar|vou pegar|eu pego|para viagem|na loja|retirada|passo na loja|vou aí buscar|vou à loja|levanto|levanto na loja|vou levantar|recolher',
    'je viens|je viens le chercher|je viens la chercher|je passe|je passe le prendre|je passerai|venir chercher|à emporter|a emporter|emporter|retrait|retirer|en magasin|au magasin|sur place|je le récupère|récupérer|je passe les chercher|je passe la chercher|je passe le chercher|passer chercher|je viens les chercher|venir les chercher|retrait en magasin|click and collect',
    'ambil|ambil sendiri|saya ambil|saya ambil sendiri|aku ambil|gue ambil|mau ambil|diambil|saya datang|saya ke sana|mampir|dibawa pulang|bawa pulang|bungkus|take away|pickup|ambil di tempat|ambil di sana|ku ambil|aku ambil aja|saya ambil aja|jemput sendiri',
    'खुद लूँगा|खुद लूंगा|खुद लूँगी|खुद ले लूँगा|मैं आकर ले लूँगा|आकर ले लूंगा|मैं आ जाऊँगा|मैं ले जाऊँगा|दुकान से|पिकअप|पैक करके|खुद ले जाऊंगा|खुद ले जाऊँगा|खुद ले जाऊंगी|ले जाऊंगा|ले जाऊँगा|ले जाऊंगी|आकर ले लूँगा|आकर ले लूंगी|आकर ले जाऊंगा|खुद आकर|लेने आऊंगा|लेने आऊँगा',
    'khud lunga|khud lungi|khud le lunga|khud le lungi|aakar le lunga|aake le lunga|main aa jaunga|main le jaunga|dukan se|pickup|pick up|pack karke|khud le jaunga|khud le jaungi|le jaunga|le jaungi|aakar le lungi|aake le jaunga|pick karunga|pick up karunga|pickup karunga|khud aake|lene aaunga',
    'استلام|سأستلم|سآتي|ساتي|آتي لأخذه|اجي اخذه|أجي آخذه|بمر|بمر آخذه|من المحل|من المتجر|من الفرع|استلمه بنفسي|باخده بنفسي|هاجي اخده|تيك اواي|استلم|استلم من الفرع|استلم من المحل|استلمها|بستلم|بستلمها|اجي استلم|آخذه من المحل|اخذها من المحل|بجي اخذها',
    '自取|自己取|自己来拿|我自己来拿|我来拿|过来拿|到店取|来取|我去取|去拿|去店里|到店|打包|自提|带走|上门取|自己来取|过来取|店里取|来店里|我去拿|门店自取|到门店',
  ],
  cash: [
    'cash|in cash|pay cash|cash on delivery|cod|when it arrives|on the spot|pay at the door',
    'efectivo|en efectivo|contra entrega|al recibir|pago en efectivo|pago al recibir|cash',
    'dinheiro|em dinheiro|na entrega|pago na entrega|numerário|em numerário|em mãos',
    'espèces|en espèces|especes|en especes|liquide|en liquide|à la livraison|cash',
    'tunai|cash|bayar tunai|bayar di tempat|bayar cash|uang tunai|cod|bisa cod|bayar cod|bayar ditempat',
    'नकद|कैश|कैश ऑन डिलीवरी',
    'nakad|cash|cash on delivery|cash dunga|cash de dunga',
    'نقدا|نقدًا|كاش|كاش عند الاستلام|عند الاستلام|الدفع عند الاستلام',
    '现金|货到付款|付现金|现付|到付',
  ],
  transfer: [
    'transfer|bank transfer|wire|wire transfer|by bank',
    'transferencia|transferir|por transferencia|depósito|deposito',
    'transferência|transferencia|pix|ted|depósito',
    'virement|par virement|virement bancaire',
    'transfer|transfer bank|transfer aja|tf|rekening|via bank',
    'बैंक ट्रांसफर|ट्रांसफर',
    'transfer|bank transfer|transfer kar dunga|neft|upi|upi se|gpay|paytm|phonepe',
    'تحويل|تحويل بنكي|حوالة|حواله',
    '转账|银行转账|汇款',
  ],
  link: [
    'online|pay online|by card|card|credit card|debit card|with card|link|payment link|send me the link',
    'en línea|en linea|con tarjeta|tarjeta|pagar en línea|enlace|link',
    'online|cartão|cartao|com cartão|pagar online|link',
    'en ligne|par carte|carte|carte bancaire|cb|payer en ligne|lien',
    'online|bayar online|kartu|kartu kredit|link|qris|e wallet',
    'ऑनलाइन|कार्ड|ऑनलाइन पेमेंट|लिंक',
    'online|card|card se|online payment|link bhejo|link',
    'أونلاين|اونلاين|بالبطاقة|بطاقة|إلكتروني|رابط',
    '在线|在线支付|网上支付|刷卡|信用卡|线上|链接|银行卡',
  ],
};

/** A choice with its name in a language, or in its base language, or in English; `says`: other words, one a line. */
export function titledChoice(
  id: ChoiceId,
  language: string,
): { readonly id: string; readonly title: string; readonly says: string } {
  const [base = ''] = language.split('-');
  const known = titles[language] ?? titles[base] ?? titles['en'];
  const words = new Set(says[id].flatMap((line) => line.split('|')));
  return { id, title: known?.[id] ?? id, says: [...words].join('\n') };
}
