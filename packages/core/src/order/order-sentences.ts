import type { Language } from '../language/language.ts';
import type { PaymentStatus } from '../tool/order-tools.ts';
import type { OrderNews } from './order-news.ts';

/** What stands about a parcel, a payment and a picture of one, in each language; reviewed wording. */
type OrderSentences = {
  /** Asks which of their own orders a customer means; `open`: on the button that shows them, at most 20 characters. */
  readonly which: { readonly which: string; readonly open: string };
  readonly parcel: (number: string) => string;
  /** `what`: in the carrier's words. */
  readonly lastSeen: (when: string, what: string) => string;
  readonly picture: (order: string) => string;
  readonly payment: Readonly<Record<PaymentStatus, string>>;
  readonly told: Readonly<Record<OrderNews['about'], (order: string) => string>>;
};

const sentences: Readonly<Record<Language, OrderSentences>> = {
  en: {
    which: {
      which: 'Which of your orders is it? If it is another one, please send me its number.',
      open: 'My orders',
    },
    parcel: (number) => `Tracking number: ${number}`,
    lastSeen: (when, what) => `Last news, ${when}: ${what}`,
    picture: (order) =>
      `Thank you. A picture can't confirm a payment, so order ${order} is not marked as paid by it; our team looks whether the money has arrived.`,
    payment: {
      unpaid: 'Payment: not received yet.',
      paid: 'Payment: received.',
      refunded: 'Payment: refunded.',
    },
    told: {
      paid: (order) => `We have received the payment for order ${order}. Thank you!`,
      refunded: (order) => `The payment for order ${order} has been refunded.`,
    },
  },
  es: {
    which: { which: '¿Cuál de sus pedidos es? Si es otro, envíeme su número.', open: 'Mis pedidos' },
    parcel: (number) => `Número de seguimiento: ${number}`,
    lastSeen: (when, what) => `Última novedad, ${when}: ${what}`,
    picture: (order) =>
      `Gracias. Una imagen no confirma un pago, así que el pedido ${order} no queda marcado como pagado; nuestro equipo revisa si ha llegado el dinero.`,
    payment: {
      unpaid: 'Pago: todavía no recibido.',
      paid: 'Pago: recibido.',
      refunded: 'Pago: reembolsado.',
    },
    told: {
      paid: (order) => `Hemos recibido el pago del pedido ${order}. ¡Gracias!`,
      refunded: (order) => `Se ha reembolsado el pago del pedido ${order}.`,
    },
  },
  pt: {
    which: { which: 'Qual dos seus pedidos é? Se for outro, envie-me o número.', open: 'Meus pedidos' },
    parcel: (number) => `Código de rastreio: ${number}`,
    lastSeen: (when, what) => `Última novidade, ${when}: ${what}`,
    picture: (order) =>
      `Obrigado. Uma imagem não confirma um pagamento, por isso o pedido ${order} não fica marcado como pago; nossa equipe verifica se o dinheiro chegou.`,
    payment: {
      unpaid: 'Pagamento: ainda não recebido.',
      paid: 'Pagamento: recebido.',
      refunded: 'Pagamento: reembolsado.',
    },
    told: {
      paid: (order) => `Recebemos o pagamento do pedido ${order}. Obrigado!`,
      refunded: (order) => `O pagamento do pedido ${order} foi reembolsado.`,
    },
  },
  fr: {
    which: {
      which: 'Laquelle de vos commandes est-ce ? Si c’est une autre, envoyez-moi son numéro.',
      open: 'Mes commandes',
    },
    parcel: (number) => `Numéro de suivi : ${number}`,
    lastSeen: (when, what) => `Dernière nouvelle, ${when} : ${what}`,
    picture: (order) =>
      `Merci. Une image ne confirme pas un paiement ; la commande ${order} n’est donc pas notée comme payée. Notre équipe vérifie si l’argent est arrivé.`,
    payment: {
      unpaid: 'Paiement : pas encore reçu.',
      paid: 'Paiement : reçu.',
      refunded: 'Paiement : remboursé.',
    },
    told: {
      paid: (order) => `Nous avons reçu le paiement de la commande ${order}. Merci !`,
      refunded: (order) => `Le paiement de la commande ${order} a été remboursé.`,
    },
  },
  id: {
    which: { which: 'Pesanan Anda yang mana? Kalau yang lain, kirimkan nomornya.', open: 'Pesanan saya' },
    parcel: (number) => `Nomor resi: ${number}`,
    lastSeen: (when, what) => `Kabar terakhir, ${when}: ${what}`,
    picture: (order) =>
      `Terima kasih. Gambar tidak dapat memastikan pembayaran, jadi pesanan ${order} belum dicatat lunas; tim kami mengecek apakah dananya sudah masuk.`,
    payment: {
      unpaid: 'Pembayaran: belum kami terima.',
      paid: 'Pembayaran: sudah diterima.',
      refunded: 'Pembayaran: sudah dikembalikan.',
    },
    told: {
      paid: (order) => `Pembayaran untuk pesanan ${order} sudah kami terima. Terima kasih!`,
      refunded: (order) => `Pembayaran untuk pesanan ${order} sudah dikembalikan.`,
    },
  },
  hi: {
    which: { which: 'आपका कौन-सा ऑर्डर है? कोई और हो तो उसका नंबर भेजें।', open: 'मेरे ऑर्डर' },
    parcel: (number) => `ट्रैकिंग नंबर: ${number}`,
    lastSeen: (when, what) => `आखिरी खबर, ${when}: ${what}`,
    picture: (order) =>
      `धन्यवाद। तस्वीर से भुगतान की पुष्टि नहीं होती, इसलिए ऑर्डर ${order} भुगतान हुआ नहीं माना गया है; हमारी टीम देखती है कि पैसे आए हैं या नहीं।`,
    payment: {
      unpaid: 'भुगतान: अभी नहीं मिला है।',
      paid: 'भुगतान: मिल गया है।',
      refunded: 'भुगतान: वापस कर दिया गया है।',
    },
    told: {
      paid: (order) => `ऑर्डर ${order} का भुगतान हमें मिल गया है। धन्यवाद!`,
      refunded: (order) => `ऑर्डर ${order} का भुगतान वापस कर दिया गया है।`,
    },
  },
  'hi-Latn': {
    which: { which: 'Aapka kaunsa order hai? Koi aur ho to uska number bhejein.', open: 'Mere order' },
    parcel: (number) => `Tracking number: ${number}`,
    lastSeen: (when, what) => `Aakhri khabar, ${when}: ${what}`,
    picture: (order) =>
      `Dhanyavaad. Tasveer se payment ki pushti nahi hoti, isliye order ${order} paid nahi maana gaya hai; hamari team dekhti hai ki paise aaye hain ya nahi.`,
    payment: {
      unpaid: 'Payment: abhi nahi mila hai.',
      paid: 'Payment: mil gaya hai.',
      refunded: 'Payment: wapas kar diya gaya hai.',
    },
    told: {
      paid: (order) => `Order ${order} ka payment hamein mil gaya hai. Dhanyavaad!`,
      refunded: (order) => `Order ${order} ka payment wapas kar diya gaya hai.`,
    },
  },
  ar: {
    which: { which: 'أي طلباتك تقصد؟ إن كان غيرها فأرسل لي رقمه.', open: 'طلباتي' },
    parcel: (number) => `رقم التتبع: ${number}`,
    lastSeen: (when, what) => `آخر خبر، ${when}: ${what}`,
    picture: (order) =>
      `شكرًا. الصورة لا تؤكد الدفع، لذلك لم يُسجَّل الطلب ${order} كمدفوع بها؛ فريقنا يتحقق من وصول المبلغ.`,
    payment: { unpaid: 'الدفع: لم يصلنا بعد.', paid: 'الدفع: تم استلامه.', refunded: 'الدفع: تمت إعادته.' },
    told: {
      paid: (order) => `استلمنا مبلغ الطلب ${order}. شكرًا لك!`,
      refunded: (order) => `تمت إعادة مبلغ الطلب ${order}.`,
    },
  },
  zh: {
    which: { which: '是您的哪个订单?如果是其他订单,请把订单号发给我。', open: '我的订单' },
    parcel: (number) => `运单号:${number}`,
    lastSeen: (when, what) => `最新动态,${when}:${what}`,
    picture: (order) =>
      `谢谢。图片不能确认付款,因此订单 ${order} 没有因此标记为已付款;我们的同事会核实款项是否到账。`,
    payment: { unpaid: '付款:尚未收到。', paid: '付款:已收到。', refunded: '付款:已退款。' },
    told: {
      paid: (order) => `订单 ${order} 的付款我们已收到,谢谢!`,
      refunded: (order) => `订单 ${order} 的付款已退回。`,
    },
  },
};

/** "Tracking number: 1Z1042". */
export function parcelNumber(language: Language, number: string): string {
  return sentences[language].parcel(number);
}

/** "Last news, Thursday 19 November: Left the depot (Oakland)". */
export function parcelNews(language: Language, when: string, what: string): string {
  return sentences[language].lastSeen(when, what);
}

/** The fixed answer to a picture while a payment is to come: it never says that something is paid. */
export function pictureOfPayment(language: Language, orderNumber: string): string {
  return sentences[language].picture(orderNumber);
}

/** "Payment: received." What the business itself has said of an order's payment. */
export function paymentLine(language: Language, status: PaymentStatus): string {
  return sentences[language].payment[status];
}

/** What a customer is told when the business has the money of an order, or has given it back. */
export function paymentTold(language: Language, about: OrderNews['about'], orderNumber: string): string {
  return sentences[language].told[about](orderNumber);
}

/** Asks which of their own orders a customer means; `open`: what is on the button that shows them. */
export function whichOrder(language: Language): OrderSentences['which'] {
  return sentences[language].which;
}
