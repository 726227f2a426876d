import type { Language } from '../language/language.ts';

/** What stands about a parcel, and about a picture of a payment, in each language; reviewed wording. */
type OrderSentences = {
  readonly parcel: (number: string) => string;
  /** `what`: in the carrier's words. */
  readonly lastSeen: (when: string, what: string) => string;
  readonly picture: (order: string) => string;
};

const sentences: Readonly<Record<Language, OrderSentences>> = {
  en: {
    parcel: (number) => `Tracking number: ${number}`,
    lastSeen: (when, what) => `Last news, ${when}: ${what}`,
    picture: (order) =>
      `Thank you. A picture can't confirm a payment, so order ${order} is not marked as paid by it; our team looks whether the money has arrived.`,
  },
  es: {
    parcel: (number) => `Número de seguimiento: ${number}`,
    lastSeen: (when, what) => `Última novedad, ${when}: ${what}`,
    picture: (order) =>
      `Gracias. Una imagen no confirma un pago, así que el pedido ${order} no queda marcado como pagado; nuestro equipo revisa si ha llegado el dinero.`,
  },
  pt: {
    parcel: (number) => `Código de rastreio: ${number}`,
    lastSeen: (when, what) => `Última novidade, ${when}: ${what}`,
    picture: (order) =>
      `Obrigado. Uma imagem não confirma um pagamento, por isso o pedido ${order} não fica marcado como pago; nossa equipe verifica se o dinheiro chegou.`,
  },
  fr: {
    parcel: (number) => `Numéro de suivi : ${number}`,
    lastSeen: (when, what) => `Dernière nouvelle, ${when} : ${what}`,
    picture: (order) =>
      `Merci. Une image ne confirme pas un paiement ; la commande ${order} n’est donc pas notée comme payée. Notre équipe vérifie si l’argent est arrivé.`,
  },
  id: {
    parcel: (number) => `Nomor resi: ${number}`,
    lastSeen: (when, what) => `Kabar terakhir, ${when}: ${what}`,
    picture: (order) =>
      `Terima kasih. Gambar tidak dapat memastikan pembayaran, jadi pesanan ${order} belum dicatat lunas; tim kami mengecek apakah dananya sudah masuk.`,
  },
  hi: {
    parcel: (number) => `ट्रैकिंग नंबर: ${number}`,
    lastSeen: (when, what) => `आखिरी खबर, ${when}: ${what}`,
    picture: (order) =>
      `धन्यवाद। तस्वीर से भुगतान की पुष्टि नहीं होती, इसलिए ऑर्डर ${order} भुगतान हुआ नहीं माना गया है; हमारी टीम देखती है कि पैसे आए हैं या नहीं।`,
  },
  'hi-Latn': {
    parcel: (number) => `Tracking number: ${number}`,
    lastSeen: (when, what) => `Aakhri khabar, ${when}: ${what}`,
    picture: (order) =>
      `Dhanyavaad. Tasveer se payment ki pushti nahi hoti, isliye order ${order} paid nahi maana gaya hai; hamari team dekhti hai ki paise aaye hain ya nahi.`,
  },
  ar: {
    parcel: (number) => `رقم التتبع: ${number}`,
    lastSeen: (when, what) => `آخر خبر، ${when}: ${what}`,
    picture: (order) =>
      `شكرًا. الصورة لا تؤكد الدفع، لذلك لم يُسجَّل الطلب ${order} كمدفوع بها؛ فريقنا يتحقق من وصول المبلغ.`,
  },
  zh: {
    parcel: (number) => `运单号:${number}`,
    lastSeen: (when, what) => `最新动态,${when}:${what}`,
    picture: (order) =>
      `谢谢。图片不能确认付款,因此订单 ${order} 没有因此标记为已付款;我们的同事会核实款项是否到账。`,
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
