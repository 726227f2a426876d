import type { Language } from '../language/language.ts';

/**
 * The words of whole short answers, by language: a plain yes, a plain no, "got it", thanks, and what
 * may follow a yes or a no without adding to it. In the form of `bareWords`.
 */
export type ShortAnswers = {
  readonly yes: string;
  readonly yesTail: string;
  readonly no: string;
  readonly noTail: string;
  readonly acknowledged: string;
  readonly thanks: string;
  readonly greeting: string;
};

export const shortAnswers: Readonly<Record<Language, ShortAnswers>> = {
  en: {
    yes: 'yes|yeah|yep|yup|y|sure|ok|okay|confirm|confirmed|correct|please do|go ahead|do it|thats right|absolutely|of course',
    yesTail: 'please|pls|cancel it|cancel the order|cancel|go ahead|do it|confirm|thanks|thank you',
    no: 'no|nope|nah|n|stop|wait|never mind|nevermind|nvm|forget it|dont|do not|dont cancel|dont cancel it|do not cancel|do not cancel it|leave it|keep it|keep the order|not now|actually no|changed my mind|i changed my mind|i have changed my mind|ive changed my mind',
    noTail: 'thanks|thank you|please|pls|sorry|its fine|its ok',
    acknowledged: 'ok|okay',
    thanks: 'thanks|thank you',
    greeting:
      'hi|hello|hey|hiya|heya|good morning|good afternoon|good evening|good day|hi there|hello there|hey there',
  },
  es: {
    yes: 'si|sip|claro|dale|ok|okay|vale|confirmo|confirmado|correcto|adelante|hazlo|hagalo|por supuesto|simon|asi es|de acuerdo|obvio',
    yesTail: 'por favor|porfa|cancelalo|cancelelo|cancela|cancele|cancelar|adelante|gracias|confirmo|si',
    no: 'no|nop|nel|para nada|mejor no|no gracias|olvidalo|dejalo|dejelo|no lo canceles|no lo cancele|no cancelar|ya no|espera|me arrepenti|cambie de opinion|no importa|dejalo asi',
    noTail: 'gracias|por favor|porfa|esta bien|perdon|no importa',
    acknowledged: 'ok|okay|vale|listo|perfecto|entendido|dale',
    thanks: 'gracias|muchas gracias|mil gracias',
    greeting: 'hola|buenas|buenos dias|buenas tardes|buenas noches|buen dia|holi|que tal',
  },
  pt: {
    yes: 'sim|s|ss|claro|isso|pode|pode sim|ok|okay|confirmo|confirmado|correto|com certeza|pode cancelar|isso mesmo|quero|quero sim|beleza|blz',
    yesTail: 'por favor|pf|cancela|cancele|cancelar|pode cancelar|obrigado|obrigada|sim|confirmo',
    no: 'nao|n|nn|melhor nao|deixa|deixa pra la|esquece|nao cancela|nao cancele|nao cancelar|espera|mudei de ideia|nao precisa|deixa assim|nao quero',
    noTail: 'obrigado|obrigada|por favor|pf|tudo bem|desculpa|valeu',
    acknowledged: 'ok|okay|beleza|blz|certo|entendi|perfeito|ta bom|ta',
    thanks: 'obrigado|obrigada|valeu|muito obrigado|muito obrigada|brigado|brigada',
    greeting: 'oi|ola|oie|bom dia|boa tarde|boa noite|opa|e ai|oi tudo bem',
  },
  fr: {
    yes: 'oui|ouais|ok|okay|daccord|bien sur|confirme|je confirme|exact|allez y|vas y|cest ca|tout a fait|absolument|oui oui|ui',
    yesTail: 'svp|sil vous plait|stp|merci|annulez|annule|annulez la|allez y|oui|je confirme',
    no: 'non|nan|pas du tout|laissez tomber|laisse tomber|oubliez|oublie|nannulez pas|nannule pas|attendez|attends|jai change davis|gardez la|surtout pas|pas maintenant|finalement non|non merci',
    noTail: 'merci|svp|sil vous plait|cest bon|desole|desolee',
    acknowledged: 'ok|okay|daccord|parfait|bien recu|entendu|cest note',
    thanks: 'merci|merci beaucoup|mercii|un grand merci',
    greeting: 'bonjour|bjr|salut|slt|bonsoir|coucou|cc|allo|hello',
  },
  id: {
    yes: 'ya|iya|iyaa|yaa|y|ok|oke|okay|okeh|boleh|betul|benar|lanjut|lanjutkan|setuju|siap|silakan|silahkan|yup|yoi|ya boleh|iya betul',
    yesTail: 'kak|min|dong|tolong|batalkan|batalin|makasih|terima kasih|lanjut|ya|aja|deh',
    no: 'tidak|tdk|gak|ga|nggak|ngga|enggak|gk|jangan|tidak jadi|gak jadi|ga jadi|nggak jadi|batal aja niatnya|jangan dibatalkan|jangan dibatalin|tunggu|lupakan|biarin|gausah|gak usah|tidak usah|ga usah',
    noTail: 'kak|min|makasih|terima kasih|deh|ya|dulu|maaf|dong|dulu ya',
    acknowledged: 'ok|oke|okay|okeh|siap|baik|sip|noted|okee|okay kak|oke kak|baik kak|siap kak',
    thanks:
      'terima kasih|makasih|makasi|trims|thanks|tengkyu|terimakasih|makasih ya|makasih kak|terima kasih kak',
    greeting:
      'halo|hai|hallo|pagi|siang|sore|malam|selamat pagi|selamat siang|selamat sore|selamat malam|assalamualaikum|permisi|hi|min|kak',
  },
  hi: {
    yes: 'हां|हा|जी|जी हां|हां जी|ठीक है|ओके|सही|बिल्कुल|कर दो|कर दीजिए|पक्का|यस|कैंसिल कर दो|हां कर दो',
    yesTail: 'प्लीज|कृपया|कैंसिल कर दो|कर दो|कर दीजिए|धन्यवाद|जी|हां',
    no: 'नहीं|नही|ना|न|मत करो|रहने दो|छोडो|रुको|जाने दो|रहने दीजिए|कैंसिल मत करो|अभी नहीं|जी नहीं|नहीं चाहिए',
    noTail: 'धन्यवाद|प्लीज|जी|कोई बात नहीं|शुक्रिया|अभी',
    acknowledged: 'ठीक है|ओके|अच्छा|ठीक|समझ गया|समझ गई|जी ठीक है',
    thanks: 'धन्यवाद|शुक्रिया|थैंक्यू|थैंक्स|बहुत धन्यवाद|बहुत बहुत धन्यवाद',
    greeting: 'नमस्ते|नमस्कार|हेलो|हैलो|हाय|राम राम|सुप्रभात',
  },
  'hi-Latn': {
    yes: 'haan|han|ha|haa|ji|ji haan|haan ji|theek hai|thik hai|ok|okay|sahi|bilkul|kar do|kardo|kar dijiye|pakka|yes|cancel kar do|cancel kardo',
    yesTail: 'please|plz|cancel kar do|cancel kardo|kar do|kardo|kar dijiye|thanks|dhanyavaad|ji|haan',
    no: 'nahi|nhi|nahin|na|mat karo|rehne do|chhodo|chodo|ruko|jaane do|rehne dijiye|cancel mat karo|abhi nahi|ji nahi|nahi chahiye|no',
    noTail: 'thanks|dhanyavaad|please|ji|koi baat nahi|shukriya|abhi',
    acknowledged: 'theek hai|thik hai|ok|okay|accha|acha|theek|samajh gaya|samajh gayi|ok ji',
    thanks: 'dhanyavaad|dhanyawad|shukriya|thanks|thank you|thanku|bahut dhanyavaad|thanks bhai',
    greeting: 'namaste|namaskar|hello|hi|hii|hey|ram ram|hello ji',
  },
  ar: {
    yes: 'نعم|اي|ايوه|ايوا|اه|اوكي|تمام|اكيد|صح|موافق|اكد|تفضل|نعم صح|اي نعم|ايه|واخا|طبعا|بلي',
    yesTail: 'من فضلك|لو سمحت|الغه|الغيه|الغي|شكرا|اكيد|نعم',
    no: 'لا|لاء|لأ|كلا|خلاص لا|لا تلغيه|لا تلغي|انتظر|استني|خليه|انسي|لا شكرا|مش عايز|مو لازم|غيرت رايي|بلاش|ما ابي',
    noTail: 'شكرا|من فضلك|لو سمحت|عادي|اسف|خلاص',
    acknowledged: 'تمام|اوكي|حسنا|طيب|ماشي|اوك|فهمت|زين|تمام شكرا',
    thanks:
      'شكرا|شكرا جزيلا|شكرا بزاف|شكرا كثيرا|شكرا كتير|مشكور|مشكورين|يعطيك العافيه|تسلم|متشكر|الف شكر|شكرا لك|شكرا لكم',
    greeting: 'السلام عليكم|سلام عليكم|مرحبا|اهلا|هلا|صباح الخير|مساء الخير|السلام|هاي|اهلين|سلام',
  },
  zh: {
    yes: '是|是的|对|对的|好|好的|可以|行|嗯|嗯嗯|确认|确定|没错|要|取消吧|好啊|行吧|係|係呀|好呀|得|對|確認|ok|yes|y',
    yesTail: '谢谢|请|取消吧|取消|吧|的|啊|麻烦了|麻烦|謝謝|帮我取消|请取消',
    no: '不|不是|不要|不用|不了|别|先不|不用了|不取消|别取消|不要取消|算了|等等|等一下|保留|唔要|唔使|唔係|改主意了|no|n',
    noTail: '谢谢|了|吧|啊|謝謝|先|麻烦',
    acknowledged: '好|好的|好的好的|知道了|明白|明白了|收到|ok|嗯|嗯嗯|行|了解|好嘅',
    thanks: '谢谢|谢谢你|谢谢您|多谢|感谢|謝謝|多謝|唔該|唔該晒|谢啦|谢了',
    greeting: '你好|您好|在吗|在嗎|哈喽|嗨|早上好|下午好|晚上好|hi|hello|早|喂',
  },
};
