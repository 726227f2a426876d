import type { Language } from '../language/language.ts';

/** What the agent says to what answers no question and asks nothing of the business. */
type AsideSentences = {
  readonly takeYourTime: string;
  /** Why the agent asks for the number of an order, and where it stands. */
  readonly whyNumber: string;
  readonly whyProof: (order: string) => string;
  /** `task`: what the question is for, such as "booking a table". */
  readonly whyTask: (task: string) => string;
  readonly withoutNumber: string;
  readonly withoutProof: (order: string) => string;
};

/** Those sentences by language. */
export const asideSentences: Readonly<Record<Language, AsideSentences>> = {
  en: {
    takeYourTime: "Of course, take your time. I'm here.",
    whyNumber:
      'The number tells me which order is meant. It stands in the message or e-mail that confirmed your order.',
    whyProof: (order) =>
      `I show order ${order} only to whoever placed it. The e-mail address or postcode of the order shows that it is you, and I use it for nothing else.`,
    whyTask: (task) => `I need it for ${task}, and for nothing else.`,
    withoutNumber:
      'Without the number I cannot look the order up here. It stands in the message or e-mail that confirmed your order. If you cannot find it, a person can look for you.',
    withoutProof: (order) =>
      `Without one of the two I cannot show order ${order} here, so that nobody else sees your orders. A person can help you.`,
  },
  es: {
    takeYourTime: 'Claro, tómate tu tiempo. Aquí estoy.',
    whyNumber: 'Con el número sé de qué pedido se trata. Está en el mensaje o correo que confirmó tu pedido.',
    whyProof: (order) =>
      `Solo muestro el pedido ${order} a quien lo hizo. El correo o el código postal del pedido demuestra que eres tú, y no lo uso para nada más.`,
    whyTask: (task) => `Lo necesito para esto: ${task}. Para nada más.`,
    withoutNumber:
      'Sin el número no puedo buscar el pedido aquí. Está en el mensaje o correo que confirmó tu pedido. Si no lo encuentras, una persona puede buscarlo.',
    withoutProof: (order) =>
      `Sin uno de los dos no puedo mostrar aquí el pedido ${order}, para que nadie más vea tus pedidos. Una persona puede ayudarte.`,
  },
  pt: {
    takeYourTime: 'Claro, sem pressa. Estou aqui.',
    whyNumber:
      'O número me diz de qual pedido se trata. Ele está na mensagem ou no e-mail que confirmou o pedido.',
    whyProof: (order) =>
      `Só mostro o pedido ${order} a quem o fez. O e-mail ou o CEP do pedido mostra que é você, e não uso para mais nada.`,
    whyTask: (task) => `Preciso disso para: ${task}. Para mais nada.`,
    withoutNumber:
      'Sem o número não consigo procurar o pedido aqui. Ele está na mensagem ou no e-mail que confirmou o pedido. Se não achar, uma pessoa pode procurar.',
    withoutProof: (order) =>
      `Sem um dos dois não posso mostrar aqui o pedido ${order}, para que ninguém mais veja os seus pedidos. Uma pessoa pode ajudar.`,
  },
  fr: {
    takeYourTime: 'Bien sûr, prenez votre temps. Je suis là.',
    whyNumber:
      'Le numéro me dit de quelle commande il s’agit. Il figure dans le message ou l’e-mail de confirmation.',
    whyProof: (order) =>
      `Je ne montre la commande ${order} qu’à la personne qui l’a passée. L’e-mail ou le code postal de la commande montre que c’est vous, et ne sert à rien d’autre.`,
    whyTask: (task) => `J’en ai besoin pour ceci : ${task}. Pour rien d’autre.`,
    withoutNumber:
      'Sans le numéro, je ne peux pas retrouver la commande ici. Il figure dans le message ou l’e-mail de confirmation. Si vous ne le trouvez pas, une personne peut chercher pour vous.',
    withoutProof: (order) =>
      `Sans l’un des deux, je ne peux pas montrer la commande ${order} ici, pour que personne d’autre ne voie vos commandes. Une personne peut vous aider.`,
  },
  id: {
    takeYourTime: 'Tentu, santai saja. Saya di sini.',
    whyNumber:
      'Nomornya menunjukkan pesanan mana yang dimaksud. Ada di pesan atau email konfirmasi pesanan Anda.',
    whyProof: (order) =>
      `Pesanan ${order} hanya saya tunjukkan kepada pemesannya. Email atau kode pos pesanan itu menunjukkan bahwa itu Anda, dan tidak dipakai untuk hal lain.`,
    whyTask: (task) => `Ini saya perlukan untuk ${task}, bukan untuk hal lain.`,
    withoutNumber:
      'Tanpa nomornya, pesanan tidak bisa saya cari di sini. Nomornya ada di pesan atau email konfirmasi. Kalau tidak ketemu, orang dari tim kami bisa mencarikan.',
    withoutProof: (order) =>
      `Tanpa salah satunya, pesanan ${order} tidak bisa saya tunjukkan di sini, supaya orang lain tidak melihat pesanan Anda. Orang dari tim kami bisa membantu.`,
  },
  hi: {
    takeYourTime: 'ज़रूर, आराम से सोचिए। मैं यहीं हूँ।',
    whyNumber: 'नंबर से पता चलता है कि कौन सा ऑर्डर है। वह ऑर्डर की पुष्टि वाले मैसेज या ई-मेल में है।',
    whyProof: (order) =>
      `ऑर्डर ${order} मैं सिर्फ़ उसी को दिखाता हूँ जिसने दिया था। ऑर्डर का ई-मेल या पिन कोड बताता है कि आप वही हैं, और किसी काम में नहीं आता।`,
    whyTask: (task) => `यह इसके लिए चाहिए: ${task}। और किसी काम के लिए नहीं।`,
    withoutNumber:
      'नंबर के बिना मैं यहाँ ऑर्डर नहीं ढूँढ सकता। वह ऑर्डर की पुष्टि वाले मैसेज या ई-मेल में है। न मिले, तो हमारी टीम का कोई व्यक्ति ढूँढ सकता है।',
    withoutProof: (order) =>
      `दोनों में से एक के बिना मैं ऑर्डर ${order} यहाँ नहीं दिखा सकता, ताकि कोई और आपके ऑर्डर न देखे। हमारी टीम का कोई व्यक्ति मदद कर सकता है।`,
  },
  'hi-Latn': {
    takeYourTime: 'Zaroor, aaram se sochiye. Main yahin hoon.',
    whyNumber:
      'Number se pata chalta hai ki kaun sa order hai. Wo order confirmation ke message ya email mein hai.',
    whyProof: (order) =>
      `Order ${order} main sirf usi ko dikhata hoon jisne diya tha. Order ka email ya pin code batata hai ki aap wahi hain, aur kisi kaam mein nahi aata.`,
    whyTask: (task) => `Ye iske liye chahiye: ${task}. Aur kisi kaam ke liye nahi.`,
    withoutNumber:
      'Number ke bina main yahan order nahi dhoondh sakta. Wo order confirmation ke message ya email mein hai. Na mile, to hamari team ka koi vyakti dhoondh sakta hai.',
    withoutProof: (order) =>
      `Dono mein se ek ke bina main order ${order} yahan nahi dikha sakta, taaki koi aur aapke order na dekhe. Hamari team ka koi vyakti madad kar sakta hai.`,
  },
  ar: {
    takeYourTime: 'بالطبع، خذ وقتك. أنا هنا.',
    whyNumber: 'الرقم يوضح لي أي طلب تقصد. تجده في رسالة تأكيد الطلب أو بريده الإلكتروني.',
    whyProof: (order) =>
      `لا أعرض الطلب ${order} إلا لمن قدّمه. البريد الإلكتروني أو الرمز البريدي للطلب يبيّن أنه أنت، ولا يُستخدم لشيء آخر.`,
    whyTask: (task) => `أحتاجه لهذا الغرض فقط: ${task}.`,
    withoutNumber:
      'بدون الرقم لا أستطيع البحث عن الطلب هنا. تجده في رسالة تأكيد الطلب أو بريده الإلكتروني. وإن لم تجده، يمكن لشخص من فريقنا البحث عنه.',
    withoutProof: (order) =>
      `بدون أحدهما لا أستطيع عرض الطلب ${order} هنا، حتى لا يرى أحد غيرك طلباتك. يمكن لشخص من فريقنا مساعدتك.`,
  },
  zh: {
    takeYourTime: '好的，您慢慢考虑，我在这里。',
    whyNumber: '有了订单号，我才知道是哪一个订单。订单号在确认订单的消息或邮件里。',
    whyProof: (order) =>
      `订单${order}只显示给下单的人。下单时的邮箱或邮编可以说明是您本人，不会用于其他用途。`,
    whyTask: (task) => `这是为了${task}，不会用于其他用途。`,
    withoutNumber:
      '没有订单号，我在这里查不到订单。订单号在确认订单的消息或邮件里。实在找不到，可以由我们的同事帮您查。',
    withoutProof: (order) =>
      `没有其中一项，我不能在这里显示订单${order}，以免别人看到您的订单。我们的同事可以帮您。`,
  },
};
