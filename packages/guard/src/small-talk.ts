import { foldSpelling } from './fold-spelling.ts';

/** A whole message of small talk. `orientation`: the customer asks what the agent can do. */
export type SmallTalk = { readonly kind: 'greeting' | 'closing' | 'orientation'; readonly phrase: string };

/**
 * What small talk a message is, if it is nothing else: every word must belong to a listed phrase,
 * so that "thanks, and where is my order" is not. A greeting with a closing is a closing; asking
 * what the agent can do counts before both.
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const plain = foldSpelling(text);
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) {
    const emoji = [...plain].find((character) => closingEmoji.has(character));
    return emoji === undefined ? undefined : { kind: 'closing', phrase: emoji };
  }
  const [first] = words;
  if (first === undefined || !firstWords.has(first)) return undefined;
  const kinds = new Set<SmallTalk['kind']>();
  let at = 0;
  while (at < words.length) {
    const length = Math.min(longestPhrase, words.length - at);
    const taken = Array.from({ length }, (_, index) => length - index).find((size) =>
      kindOf.has(words.slice(at, at + size).join(' ')),
    );
    const kind = taken === undefined ? undefined : kindOf.get(words.slice(at, at + taken).join(' '));
    if (taken === undefined || kind === undefined) return undefined;
    kinds.add(kind);
    at += taken;
  }
  const phrase = words.join(' ');
  if (kinds.has('orientation')) return { kind: 'orientation', phrase };
  return { kind: kinds.has('closing') ? 'closing' : 'greeting', phrase };
}

const closingEmoji = new Set(['👍', '🙏', '❤', '😊', '👌', '🙂', '😀', '💯', '✅', '👏']);

// English; Spanish, French, Portuguese, German, Indonesian; romanised Hindi and Arabic; Hindi, Arabic, Chinese.
const phrases: Readonly<Record<SmallTalk['kind'], string>> = {
  greeting:
    'hi|hii|hello|helo|hey|heya|hiya|yo|hi there|hello there|hey there|there|good morning|morning|good afternoon|' +
    'afternoon|good evening|evening|good day|greetings|howdy|how are you|how are you doing|how are you today|how r u|' +
    'hows it going|whats up|sup|nice to meet you|happy new year|merry christmas|happy thanksgiving|' +
    'hola|buenos dias|buenos días|buenas tardes|buenas|bonjour|salut|bonsoir|ola|olá|bom dia|boa tarde|boa noite|' +
    'hallo|guten tag|guten morgen|guten abend|moin|halo|hai|selamat pagi|selamat siang|selamat sore|selamat malam|' +
    'buen dia|buenas noches|que tal|como estas|como esta|holis|holaa|bonjour a tous|coucou|slt|cc|bjr|bsr|bonne journee a vous|ca va|' +
    'oi|oie|oii|opa|eai|e ai|tudo bem|td bem|tudo bom|bom diaa|pagi|siang|sore|malam|permisi|assalamualaikum|halo kak|hai kak|kak|min|halo min|pagi kak|' +
    'namaste|namaskar|ram ram|hello ji|hi ji|namaste ji|kaise ho|kaise hain|kya haal hai|salam|salam alaikum|salam alaykom|assalam alaikum|ahlan|marhaba|sabah el kheir|masa el kheir|ezayak|' +
    'नमस्ते|नमस्कार|हैलो|हाय|हेलो|राम राम|सुप्रभात|शुभ प्रभात|शुभ संध्या|कैसे हो|कैसे हैं आप|नमस्ते जी|' +
    'مرحبا|اهلا|اهلا وسهلا|السلام عليكم|سلام عليكم|سلام|السلام عليكم ورحمه الله|السلام عليكم ورحمه الله وبركاته|صباح الخير|مساء الخير|هلا|هلا والله|هاي|الو|كيف الحال|كيفك|ازيك|يا هلا|' +
    '你好|您好|你好啊|你们好|大家好|哈喽|哈啰|嗨|嘿|早|早上好|上午好|中午好|下午好|晚上好|在吗|在么|在不在|有人吗|你好在吗|亲在吗|亲',
  closing:
    'thanks|thank you|thank u|thanks a lot|thank you so much|thanks so much|thank you very much|many thanks|thx|' +
    'thnx|tks|ty|tysm|cheers|thanks again|thank you again|thanks for your help|thank you for your help|' +
    'thanks for the help|thanks for that|much appreciated|appreciate it|i appreciate it|great|great thanks|perfect|' +
    'awesome|cool|nice|lovely|wonderful|excellent|amazing|super|ok|okay|k|kk|alright|all right|got it|understood|' +
    'sounds good|good|fine|thats all|that is all|thats it|that will be all|nothing else|no thanks|no thank you|' +
    'bye|goodbye|good bye|bye bye|see you|see ya|see you later|talk later|good night|goodnight|have a nice day|' +
    'have a good day|have a great day|have a good one|have a nice weekend|have a good weekend|you too|take care|' +
    'very helpful|that helps|that was helpful|you are the best|youre the best|very much|so much|' +
    'gracias|muchas gracias|adios|adiós|merci|merci beaucoup|au revoir|obrigado|obrigada|tchau|danke|vielen dank|' +
    'danke schön|tschüss|auf wiedersehen|terima kasih|makasih|' +
    'mil gracias|muchisimas gracias|gracias por todo|gracias por la ayuda|grax|ok gracias|listo|perfecto|vale|vale gracias|genial|de acuerdo|hasta luego|chao|chau|nos vemos|buen finde|igualmente|nada mas|eso es todo|' +
    'mrc|merci bcp|mille mercis|merci pour tout|merci bonne journee|bonne journee|bonne soiree|parfait|super merci|dac|d accord|daccord|ca marche|a bientot|c est tout|cest tout|top|nickel|' +
    'obrigadao|obg|obgd|vlw|valeu|muito obrigado|muito obrigada|brigado|brigada|beleza|blz|perfeito|otimo|ate mais|ate logo|so isso|era so isso|show|tranquilo|ta bom|ta certo|' +
    'makasi|mksh|mksih|trims|tq|thx kak|makasih kak|makasih ya|terima kasih kak|terima kasih banyak|terimakasih|terimakasih banyak|oke|oke kak|oke makasih|siap|sip|baik|baik kak|ya sudah|udah itu aja|itu saja|sampai jumpa|dadah|mantap|' +
    'shukriya|dhanyavad|dhanyawad|thank you ji|thanks bhai|shukriya ji|theek hai|thik hai|thik h|ok ji|accha|acha|achha thanks|bas itna hi|bas|alvida|chalo bye|badhiya|shukran|shukran gazilan|tamam|ma3 el salama|mashi|' +
    'धन्यवाद|शुक्रिया|बहुत धन्यवाद|बहुत बहुत धन्यवाद|बहुत शुक्रिया|ठीक है|ठीक|अच्छा|ओके|अलविदा|बाय|बस इतना ही|बढ़िया|शुभ रात्रि|ठीक है धन्यवाद|' +
    'شكرا|شكرا لك|شكرا جزيلا|مشكور|مشكورين|يعطيك العافيه|الله يعطيك العافيه|جزاك الله خير|تسلم|تسلمون|متشكر|الف شكر|تمام|اوكي|ماشي|طيب|حسنا|مع السلامه|باي|الى اللقاء|تصبح على خير|خلاص شكرا|ممتاز|' +
    '谢谢|谢谢你|谢谢您|谢谢啦|谢了|多谢|感谢|非常感谢|太感谢了|好的|好的谢谢|好|好吧|好嘞|行|嗯|嗯嗯|知道了|明白|明白了|收到|没事了|没有了|不用了|不用了谢谢|再见|拜拜|晚安|辛苦了|可以了|ok谢谢|好滴|好哒|3q',
  orientation:
    'help|help me|i need help|i need some help|can you help me|can you help|could you help me|please help|' +
    'i have a question|i have a quick question|question|quick question|menu|start|options|what can you do|' +
    'what can you do for me|what do you do|what can you help with|what can you help me with|how can you help|' +
    'how can you help me|how does this work|please|pls|' +
    'ayuda|ayudame|necesito ayuda|me puedes ayudar|me ayudas|tengo una duda|tengo una pregunta|una consulta|una pregunta|que puedes hacer|que haces|opciones|porfa|por favor|disculpa|disculpe|' +
    'aide|a l aide|aidez moi|j ai besoin d aide|jai besoin daide|vous pouvez m aider|tu peux m aider|j ai une question|jai une question|une question|que peux tu faire|s il vous plait|svp|stp|' +
    'ajuda|me ajuda|preciso de ajuda|pode me ajudar|tenho uma duvida|uma duvida|o que voce faz|opcoes|por favor|' +
    'bantuan|bantu|tolong|bisa bantu|mau tanya|mau nanya|kak mau tanya|kak mau tanya dong|mau tanya dong|tanya dong|bisa apa saja|bisa apa aja|' +
    'madad|madad chahiye|help chahiye|ek sawal hai|kuch puchna tha|kuch poochna hai|kya kar sakte ho|मदद|मदद चाहिए|कुछ पूछना था|एक सवाल है|आप क्या कर सकते हैं|कृपया|' +
    'مساعده|ساعدني|ممكن مساعده|محتاج مساعده|عندي سؤال|عندي استفسار|استفسار|سؤال|لو سمحت|من فضلك|وش تقدر تسوي|ايش تقدر تسوي|' +
    '帮忙|帮帮我|帮我|请帮忙|需要帮助|我有个问题|有个问题|想咨询一下|咨询一下|请问|请问一下|你能做什么|你会什么|菜单选项',
};

const kindOf = new Map(
  (['greeting', 'closing', 'orientation'] as const).flatMap((kind) =>
    phrases[kind].split('|').map((phrase): [string, SmallTalk['kind']] => [foldSpelling(phrase), kind]),
  ),
);
const longestPhrase = Math.max(...[...kindOf.keys()].map((phrase) => phrase.split(' ').length));
const firstWords = new Set([...kindOf.keys()].map((phrase) => phrase.split(' ')[0]));
