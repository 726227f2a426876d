import { plainWords } from '../slot/plain-words.ts';
import { phrasePattern, phrasesIn } from './phrase-pattern.ts';

/** Words that refuse a thing, as `plainWords` leaves them, before it or behind it: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const refusals = {
  before: [
    'not,no more,no,without,forget,forget about,skip,drop,remove,i don t want,i do not want,don t want,dont want',
    'ya no quiero,no quiero,ya no,no,sin,quita,quite,mejor no',
    'já não quero,ja nao quero,não quero mais,não quero,nao quero,já não,ja nao,não,nao,sem,tira,tire',
    'je ne veux plus,je ne veux pas,pas,plus,non pas,sans,enlève,enlevez',
    'jangan,bukan,tanpa,gak jadi,ga jadi,nggak jadi,tidak jadi,gak usah,ga usah,nggak usah,tidak usah,batalin,batal',
    'बिना',
    'bina',
    'مش,مو,ليس,ليست,بلاش,بدون,من غير,لا اريد,لا أريد,ما ابغى,ما أبغى,ما بدي,مش عايز,مش عاوز',
    '不要,不是,不用,别要',
  ],
  behind: [
    'not,no',
    'ya no,no,mejor no',
    'já não,ja nao,não,nao',
    'non,pas',
    'jangan,gak jadi,ga jadi,nggak jadi,enggak jadi,tidak jadi,gak usah,ga usah,nggak usah,tidak usah,batal,batalin,gausah,gajadi',
    'नहीं,नही,नहीं चाहिए,नही चाहिए,मत,मत देना,रहने दो',
    'nahi,nahin,nai,nahi chahiye,nahin chahiye,mat,mat dena,rehne do',
    'لا,بلاش,مش عايزها,ما ابغاها',
    '不要了,不要,不用了,不用,就不要了,算了',
  ],
} as const;

/** Of "not only the cake" and "do not forget the cake" nothing is taken out. */
const keeps =
  /(?<= )(?:not (?:only|just|forget)|(?:don t|dont) forget|no (?:s[oó]lo|solamente|olvid\S*)|n[aã]o (?:s[oó]|apenas|esque\S*)|pas (?:seulement|que)|oubli\S* pas|bukan (?:hanya|cuma)|jangan (?:lupa|sampai)|mat bhool\S*|मत भूल\S*|لا تنس\S*)(?= )|不只|不仅|不光|不要忘|不是(?:不|没)/u;

/** What a part says beside the thing and how many of it, and changes nothing by itself. */
const fillers = phrasePattern([
  'no,nope,sorry,eh,oh,ah,um,wait,hold on,actually,please,pls,thanks,then,ok,okay,rather,instead,better,make it,make that,make them,give me,i ll take,i will take,i want,just,only,anymore,any more,after all',
  'perdón,perdon,ay,espera,bueno,mejor,mejor dicho,mejor dame,por favor,porfa,gracias,que sean,que sea,ponme,dame,quiero,entonces,solo,sólo,nada más,nomás,al final,en cambio',
  'não,nao,desculpa,desculpe,peraí,melhor,na verdade,por favor,que sejam,que seja,quero,só,apenas,então,em vez disso',
  'non,pardon,attends,attendez,en fait,plutôt,plutot,finalement,mettez,mets,je veux,je voudrais,je prends,s il vous plaît,s il te plaît,svp,merci,alors,seulement,à la place,a la place',
  'nggak,enggak,gak,ga,tidak,maaf,eh,tunggu,mending,jadi,jadinya,jadiin,ganti,mau,aja,saja,deh,dong,ya,kak,kok,doang,tolong',
  'नहीं,नही,अरे,सॉरी,माफ़ कीजिए,रुको,कर दो,कर दीजिए,दे दो,दे दीजिए,सिर्फ,बस,बल्कि,प्लीज़',
  'nahi,nahin,arre,are,sorry,ruko,kar do,kar dijiye,karo,de do,de dijiye,dedo,kardo,sirf,bas,balki,please',
  'لا,آسف,اسف,عفوا,معلش,خليها,خليهم,خليه,خلي,اجعلها,بدلها,بداله,بدالها,اريد,أريد,عايز,بس,فقط,لو سمحت,من فضلك',
  '不对,不,抱歉,等等,还是,改成,改为,换成,换为,我要,要,只要,就好,就行,就可以,吧,了,那,谢谢,是',
]);

/** That what is named takes the place of what was said before. */
const revises = phrasePattern([
  'actually,rather,instead,make it,make that,make them,sorry,wait,just,only',
  'mejor,que sean,que sea,perdón,perdon,solo,sólo,nada más,nomás,en vez de',
  'melhor,que sejam,que seja,na verdade,desculpa,só,apenas,em vez de',
  'plutôt,plutot,finalement,en fait,pardon,seulement,à la place,au lieu de',
  'aja,saja,doang,jadi,jadinya,jadiin,mending,ganti,maaf',
  'कर दो,कर दीजिए,सिर्फ,बल्कि',
  'kar do,kar dijiye,kardo,sirf,balki',
  'خليها,خليهم,خليه,خلي,اجعلها,بدلها,فقط',
  '改成,改为,换成,还是,只要,就好,就行',
]);

const before = new RegExp(`^(?:${alternatives(refusals.before)}) ?(?=.)`, 'u');
const behind = new RegExp(` (?:${alternatives(refusals.behind.slice(0, -1))})$`, 'u');
const behindHan = new RegExp(`(?:${alternatives(refusals.behind.slice(-1))})$`, 'u');

/** What a part of a text refuses, without the words that do: "the cake" of "not the cake". */
export function refusedIn(part: string): string | undefined {
  const said = plainWords(part);
  if (keeps.test(` ${said} `)) return undefined;
  for (const words of new Set([said, withoutFillers(said)])) {
    const found = [before, behind, behindHan]
      .map((pattern) => words.replace(pattern, '').trim())
      .find((rest) => rest !== words && rest !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a text puts something in the place of what was said. */
export function saysOtherwise(text: string): boolean {
  return revises.test(` ${plainWords(text)} `);
}

/** The thing and how many of it, without what is said around it. */
export function withoutFillers(part: string): string {
  return ` ${plainWords(part)} `.replaceAll(new RegExp(fillers.source, 'gu'), '').trim();
}

/** The parts of a text that say something each: between commas and words such as "and". */
export function revisionParts(text: string): readonly string[] {
  return text
    .split(/[\n,;.،、，。；!！]+/u)
    .flatMap((part) => ` ${plainWords(part)} `.split(joiner))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const joiner =
  / (?:and|but|y|pero|e|et|dan|tapi|terus|trus|aur|lekin|और|लेकिन|و|لكن)(?= )| و(?=(?:بلاش|بدون|مش|مو|خلي|من غير))/u;

/** "A pie instead of the cake": which takes the place of which. */
export function replacementIn(text: string): { readonly old: string; readonly other: string } | undefined {
  const said = plainWords(text);
  for (const pattern of replacements) {
    const { old, other } = pattern.exec(said)?.groups ?? {};
    if (old !== undefined && other !== undefined) return { old, other };
  }
  return undefined;
}

const replacements = [
  /^(?<other>.+?) (?:instead of|in place of|rather than|en vez del?|en lugar del?|em vez d[eoa]|no lugar d[eoa]|au lieu d[eu]?|à la place d[eu]?|daripada|بدل|بدلا من|بدلًا من|مكان) (?<old>.+)$/u,
  /^(?:instead of|en vez del?|en lugar del?|em vez d[eoa]|au lieu d[eu]?) (?<old>.+?) (?<other>(?:a|an|one|un|una|uma|um|une|\d+) .+)$/u,
  /^(?:.* )?(?:change|swap|replace|switch|exchange) (?<old>.+?) (?:for|with|to) (?<other>.+)$/u,
  /^(?:.* )?(?:cambi\S*|c[aá]mbi\S*|troc\S*|substitu\S*) (?<old>.+?) (?:por|pelo|pela) (?<other>.+)$/u,
  /^(?:.* )?(?:chang\S*|remplac\S*|échang\S*) (?<old>.+?) (?:par|pour|contre) (?<other>.+)$/u,
  /^(?:ganti |gantiin |tukar )?(?<old>.+?) (?:diganti|ganti|digantiin|gantiin|tukar|ditukar)(?: (?:jadi|sama|dengan|pake|pakai))? (?<other>.+)$/u,
  /^(?:ganti|gantiin|tukar) (?<old>.+?) (?:jadi|sama|dengan) (?<other>.+)$/u,
  /^(?<old>.+?) (?:ki jagah|ke badle|badal ke|hata ke|की जगह|के बदले|बदल के|हटा के) (?<other>.+)$/u,
  /^(?:بدل|بدلا من|غير) (?<old>.+?) (?:ب|الى|إلى|خليها) ?(?<other>.+)$/u,
  /^(?:把)?(?<old>.+?)(?:换成|换为|改成|改为)(?<other>.+)$/u,
] as const;

function alternatives(lists: readonly string[]): string {
  return phrasesIn(lists)
    .map((phrase) => (/\p{Script=Han}/u.test(phrase) ? phrase : `${phrase}(?= |$)`))
    .join('|');
}
