import type { Language } from '../language/language.ts';
import { isUnspaced, wordsOf } from './plain-words.ts';

/**
 * Words that say nothing about the subject of a question, by language, as `wordsOf` gives them: lower
 * case, apostrophes off. Chinese ones are parts of a run of characters. Written for this project.
 */
const lists: Readonly<Record<Language, string>> = {
  en:
    'wat a an the is are was were be been am im i me my mine we us our you your u ur it its this that these those they them ' +
    'their he she and or but if so to of for in on at by with from as into do does did done doing can could would should ' +
    'will shall may might must has have had having there here what which who how whats hows please pls plz thanks thank hi ' +
    'hello hey ok okay just also any some get got getting go going want wanna like need know tell let lets say ask about ' +
    'question then than too very really one ones thing something id ill ive dont didnt doesnt cant isnt not no yes only ' +
    'still already because take when where why today currently hmm hm oh wait btw whats ur quick sorry actually anyway alright',
  es:
    'el la los las un una unos unas de del al a en y o u que qué cual cuál cuales cuáles como cómo donde dónde por para con ' +
    'sin es son está esta están estan este esto esa ese eso hay tiene tienen tengo tener me mi mis te tu tus su sus se lo le ' +
    'les nos yo usted ustedes no sí si ya muy más mas pero puedo puede pueden podría quiero quisiera necesito hola gracias ' +
    'favor buenas buenos días tardes saber dime también ser hacer hago cuando cuándo hoy mañana ahora hmm espera oye bueno perdón perdon entonces',
  pt:
    'o a os as um uma uns umas de do da dos das ao à em no na nos nas e ou que qual quais como onde por para pra pro com sem ' +
    'é são está estão tá esse essa isso este esta isto há tem têm tenho ter me meu minha meus minhas te seu sua seus suas se ' +
    'lhe nós eu você vocês vc vcs não sim já muito mais mas posso pode podem poderia quero queria preciso oi olá obrigado ' +
    'obrigada favor bom boa dia tarde saber gostaria também ser fazer faço quando hoje amanhã agora hmm espera então entao desculpa bem',
  fr:
    'le la les l un une des de du d au aux à en et ou que qu qui quel quelle quels quelles quoi comment où pour par avec sans ' +
    'est sont cest ce cet cette ces il elle ils elles on y a avez ai jai avoir je j me m mon ma mes tu te t ton ta tes vous ' +
    'votre vos nous notre nos se s ne n pas oui non déjà très plus mais peux peut pouvez puis pourrais veux voudrais besoin ' +
    'bonjour bonsoir merci svp plaît sil savoir aussi être faire dois faut quand estce quest ça cela dans sur quand aujourd hui demain maintenant hmm attendez attends alors bon pardon euh ' +
    'bjr slt cc stp svp c jsuis suis jour faut koi ki jai jveux jpeux jvoudrais donc du coup',
  id:
    'yang yg di ke dari dan atau itu ini apa apakah bagaimana gimana mana dimana untuk buat dengan dgn tanpa ada adakah saya ' +
    'aku kami kita kamu anda kak min mas mbak tidak gak ga nggak bukan ya iya sudah udah belum juga saja aja bisa boleh mau ' +
    'ingin perlu tolong halo hai terima kasih makasih dong nih sih kok kalau kalo pada adalah jadi lagi nya tahu tau kapan hari ini besok sekarang hmm eh bentar sebentar oh terus trus maaf dulu btw',
  hi:
    'का की के को से में पर है हैं था थे हो हूँ हूं और या क्या कौन कौनसा कैसे कहाँ कहां कब यह वह ये वो इस उस मेरा मेरी मेरे ' +
    'मुझे मैं हम हमें आप आपका आपकी आपके तुम नहीं हाँ जी भी तो ही सकता सकती सकते चाहिए चाहता चाहती कृपया नमस्ते धन्यवाद बताइए ' +
    'बताएं कर करना करें लिए एक कोई कुछ आज कल अभी होगा होगी होंगे रहा रही रहे पड़ता पड़ेगा तक',
  'hi-Latn':
    'ka ki ke ko se me mein main par pe hai hain tha thi ho hu hoon aur ya kya kaun kaunsa kaise kahan kaha kab yeh ye woh wo ' +
    'is us mera meri mere mujhe hum humein aap aapka aapki aapke tum nahi nhi haan ji bhi toh to hi sakta sakti sakte chahiye ' +
    'chahta please namaste shukriya bataiye batao kar karna karo karein liye ek koi kuch bhai yaar aaj kal abhi hmm accha acha achha ruko waise oh to toh',
  ar:
    'في من على إلى الى عن مع هل ما ماذا متى كيف أين اين هو هي هذا هذه ذلك تلك التي الذي أو او و يا أنا انا نحن أنت انت أنتم ' +
    'لي لكم لديكم عندكم عندي لدي هناك يمكن يمكنني أريد اريد ارجو أرجو شكرا مرحبا السلام عليكم لو سمحت من فضلك نعم لا ليس كان ' +
    'أن ان إن كم أي اي قد ايضا أيضا اليوم غدا الآن واش شنو شي كاين كاينة ديال نهار بغيت ابغى ابي أبغى حق عندك عندكو ممكن',
  zh: '请问 有没有 能不能 地方 多少 你们 我们 您 你 我 他 它 的 了 吗 呢 吧 啊 是 有 在 和 与 或 也 都 就 还 要 想 能 可以 可不可以 什么 怎么 怎样 哪 这 那 个 会 不 没有 没 给 到 把 被 一下 谢谢 你好 知道 今天 明天 现在',
};

const words: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, list]) => [language, new Set(wordsOf(list))]),
);

const everyLanguage: ReadonlySet<string> = new Set(Object.values(lists).flatMap(wordsOf));

/** Whether a word says nothing about the subject; in a language that is not known, when it does so in any. */
export function isFiller(word: string, language: Language | undefined): boolean {
  const known = language === undefined ? everyLanguage : words.get(language);
  return known?.has(word) === true;
}

/**
 * Words that say how something is asked, not what about: all that is left of "how much does that cost"
 * when what "that" is was said before.
 */
const vague: ReadonlySet<string> = new Set(
  wordsOf(
    'much many long cost costs price take work cuesta cuestan vale precio tarda dura custa demora preço coûte prix dure temps ' +
      'combien berapa harganya harga lama biaya kitna kitne कितना कितने कीमत daam بكم سعره كم cuánto cuanto quanto',
  ),
);

export function isVague(word: string): boolean {
  return isUnspaced(word) ? /^(多少钱|多久|几块|呢|那个|这个|它|多少|价格)+$/u.test(word) : vague.has(word);
}

/** What is cut out of a run of Chinese before its characters are compared, the longest first. */
export const chineseFillers: readonly string[] = lists.zh.split(' ').toSorted((a, b) => b.length - a.length);
