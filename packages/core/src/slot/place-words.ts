import { withAsciiDigits } from './digits.ts';
import { plainWords } from './plain-words.ts';

/**
 * Which of so many listed things a whole text names by its place: "2", "number 2", "the second one",
 * "the last", "how do I buy the second?"; from 0. Undefined for a text that says more or something else.
 */
export function placeIn(text: string, count: number): number | undefined {
  const written = withAsciiDigits(plainWords(text));
  const bare = written.replace(buying, ' ').replace(/ +/gu, ' ').trim();
  const place = digitPlace(written) ?? wordPlace(written) ?? digitPlace(bare) ?? wordPlace(bare);
  if (place === undefined || count === 0) return undefined;
  if (place === 'last') return count - 1;
  return place >= 1 && place <= count ? place - 1 : undefined;
}

function digitPlace(written: string): number | undefined {
  const bare = dropped(written, chineseAround);
  const [, digits] =
    /^(?:(?:the|el|la|o|a|le|yang|no|number|num|nr|numero|número|nomor|nomer|option|opcion|opción|opção|opcao|choix|pilihan|رقم|الرقم|नंबर|नम्बर|nambar) )*(\d{1,2})(?:st|nd|rd|th|e|er|eme|ème|º|ª|o|a)?(?: (?:please|one|wala|wali|वाला|वाली|por favor|svp|ya|dong|saja))?$/u.exec(
      bare,
    ) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function wordPlace(written: string): number | 'last' | undefined {
  return words.get(written.replace(/^(?:我要|我选|选|要)/u, '')) ?? words.get(dropped(written, around));
}

function dropped(written: string, filler: RegExp): string {
  return written.replace(filler, '').trim();
}

/** What people put around a place without changing it. */
const around =
  /^(?:(?:i|ill|ll|will|would|d|like|want|take|give|me|the|el|la|lo|los|las|quiero|dame|o|a|os|as|eu|quero|me ve|le|la|l|je|prends|veux|saya|mau|yang|ambil|pilih|मुझे|mujhe|أريد|اريد|我要|我选|选|要)(?: |$))+|(?: (?:one|please|pls|option|item|choice|opcion|opción|por favor|porfa|opção|svp|s il vous plait|choix|aja|saja|dong|ya|pilihan|वाला|वाली|वाले|चाहिए|wala|wali|wale|chahiye|من فضلك|的))+$/gu;
const chineseAround = /^(?:我要|我选|选|要|第)|(?:个|個|号|款|项|的)$/gu;

/** How people ask for the way to buy what they name, in plain words. */
const buying = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    '(?:and |so )?(?:how|where) (?:do|can|could|would|should) (?:i|we|you) (?:buy|order|get|purchase|pay for)(?: (?:it|this|that))?',
    '(?:can i|i want to|i wanna|i d like to|i would like to|i ll|let me) (?:buy|order|get|purchase)(?: it)?',
    '(?:y |e )?(?:c[oó]mo|d[oó]nde|onde) (?:(?:lo|la|eu|o|a|se) )?(?:compro|compra|pido|peço|puedo comprar(?:lo|la)?|puedo pedir(?:lo|la)?|posso comprar|posso pedir|faço (?:para|pra) comprar|hago para comprar(?:lo|la)?)',
    '(?:quiero|quisiera|me gustar[ií]a|quero|queria|gostaria de) (?:comprar|pedir)(?:lo|la)?',
    '(?:et )?comment (?:je (?:l |le |la )?(?:ach[eè]te|commande)|puis je (?:l )?(?:acheter|commander)|(?:l )?(?:acheter|commander)|faire pour (?:l )?(?:acheter|commander))',
    '(?:je veux|je voudrais|j aimerais) (?:acheter|commander)',
    '(?:dan )?(?:gimana|bagaimana|gmn) (?:cara )?(?:saya |aku )?(?:beli|pesan|membeli|memesan)(?:nya)?',
    '(?:cara |saya mau |aku mau |mau )(?:beli|pesan)(?:nya)?',
    '(?:इसे |ये |यह |उसे )?कैसे (?:खरीदूं|खरीदूँ|खरीदें|खरीदना है|ऑर्डर करूं|ऑर्डर करूँ|ऑर्डर करें)|(?:खरीदना|ऑर्डर करना) है',
    '(?:isko |ise |ye |yeh |usko )?kaise (?:kharidu|kharidun|kharide|kharidna hai|khareedu|khareedun|order (?:karu|karun|kare|karna hai))|(?:kharidna|khareedna|order karna) hai',
    '(?:كيف|ازاي|شلون|كيفاش) (?:أشتريه|اشتريه|أشتريها|اشتريها|أشتري|اشتري|نشري|أطلبه|اطلبه|أطلب|اطلب)',
    '(?:وكيف|و كيف) (?:أشتريه|اشتريه|أطلبه|اطلبه)|(?:اريد|أريد|بدي|عايز|ابغى|بغيت) (?:شراء|اشتري|أشتري|نشري|اطلب|أطلب)',
  ].join('|')})(?![\\p{L}\\p{M}])|(?:怎么|如何)(?:购买|买|下单)|(?:我)?(?:想|要)买|^(?:和|那)`,
  'gu',
);

const words: ReadonlyMap<string, number | 'last'> = new Map(
  [
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth',
    'primera|segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena|décima',
    'primero|segundo|tercero|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo',
    'primer||tercer',
    'primeira|segunda|terceira|quarta|quinta|sexta|sétima|oitava|nona|décima',
    'primeiro|segundo|terceiro|quarto|quinto|sexto|sétimo|oitavo|nono|décimo',
    'première|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième',
    'premier|second|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme',
    'premiere|deuxieme',
    'pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh',
    'पहला|दूसरा|तीसरा|चौथा|पाँचवाँ|छठा|सातवाँ|आठवाँ|नौवाँ|दसवाँ',
    'पहली|दूसरी|तीसरी|चौथी|पाँचवीं|छठी|सातवीं|आठवीं|नौवीं|दसवीं',
    'पहले|दूसरे|तीसरे|चौथे|पांचवां|छठे',
    'pehla|dusra|teesra|chautha|paanchva|chhatha|saatva|aathva|nauva|dasva',
    'pehli|dusri|teesri|chauthi|paanchvi|chhathi|saatvi|aathvi|nauvi|dasvi',
    'pahla|doosra|tisra|choutha|panchva',
    'pahli|doosri|tisri',
    'pehle wala|doosre wala|teesre wala',
    'الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر',
    'الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة',
    'الاول|التاني|التالت',
    'الاولى|التانية|التالتة',
    '第一个|第二个|第三个|第四个|第五个|第六个|第七个|第八个|第九个|第十个',
    '第一款|第二款|第三款|第四款|第五款|第六款|第七款|第八款|第九款|第十款',
    '第一|第二|第三|第四|第五|第六|第七|第八|第九|第十',
  ]
    .flatMap((line): [string, number | 'last'][] =>
      line.split('|').map((word, place) => [plainWords(word), place + 1]),
    )
    .concat(
      [
        'last|the last|bottom',
        'última|último|ultima|ultimo',
        'dernier|dernière|derniere|la dernière',
        'terakhir',
        'आखिरी|आख़िरी|अंतिम|aakhri|akhri|aakhiri',
        'الأخير|الأخيرة|الاخير|الاخيرة',
        '最后一个|最后|最后的',
      ].flatMap((line): [string, number | 'last'][] =>
        line.split('|').map((word) => [plainWords(word), 'last']),
      ),
    )
    .filter(([word]) => word !== ''),
);
