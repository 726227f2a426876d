import { plainWords } from '../slot/plain-words.ts';

/**
 * Whether the whole text takes the matter back: "never mind", "ok forget it, thanks". `asName`: it answers
 * "what is your name?", where a word that is also somebody's name is one.
 */
export function asksToDrop(text: string, asName = false): boolean {
  const words = plainWords(text);
  if (asName && alsoNames.has(words)) return false;
  if (/\p{Script=Han}/u.test(words)) return chinese.test(words.replaceAll(' ', ''));
  const begun = words.replace(before, '');
  return [words, begun, begun.replace(/^(?:no|لا) /u, '')].some(
    (each) => drop.has(each) || drop.has(each.replace(after, '')),
  );
}

/**
 * Whether the whole text takes the matter itself back and nothing less: "never mind", not the "no thanks" that
 * wants no more of it.
 */
export function takesBack(text: string): boolean {
  const words = plainWords(text).replace(before, '').replace(after, '');
  return takenBack.has(words);
}

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(',').map(plainWords)));
}

const drop = wordSet(
  'no, nope, never mind, nevermind, nvm, never mind that, never mind it, forget it, forget that, forget about it, cancel, cancel that, cancel it, stop it, leave it, drop it, not now, not anymore, no longer, i changed my mind, changed my mind, i do not want it anymore, i dont want it anymore, i don t want it anymore, i don t want to anymore, no thanks, no thank you',
  'no gracias, olvídalo, olvidalo, olvídelo, olvidelo, olvídate, olvidate, déjalo, dejalo, déjelo, dejelo, déjalo así, dejalo asi, déjelo así, dejelo asi, cancelar, cancélalo, cancelalo, ahora no, ya no, ya no quiero, ya no lo quiero, mejor no, no importa, cambié de opinión, cambie de opinion, nada, nada nada',
  'não, nao, esquece, esqueça, esqueca, esquece isso, esqueça isso, deixa, deixe, deixa pra lá, deixa pra la, deixa para lá, deixa para la, deixe para lá, deixe pra lá, deixa isso, deixa quieto, cancelar, cancela, cancele, agora não, agora nao, não quero mais, nao quero mais, melhor não, melhor nao, mudei de ideia, não precisa, nao precisa, não obrigado, não obrigada, nao obrigado, nao obrigada',
  'non, non merci, laisse tomber, laissez tomber, laisse, laissez, annuler, annule, annulez, oublie, oubliez, oublie ça, oublie ca, oubliez ça, oubliez ca, pas maintenant, plus maintenant, tant pis, j ai changé d avis, j ai change d avis, ce n est plus la peine, c est plus la peine, pas la peine',
  'tidak, tidak jadi, nggak jadi, enggak jadi, ngga jadi, ga jadi, gak jadi, gajadi, gakjadi, ga usah, gak usah, nggak usah, tidak usah, tak usah, batal, batalin, batalkan, batal aja, lupakan, lupain, lupakan saja, nanti saja, nanti aja, sudahlah, udahlah, ya sudah tidak jadi',
  'नहीं, रहने दो, रहने दें, रहने दीजिए, रहने दीजिये, छोड़ो, छोड़ दो, छोड़िए, छोड़ दीजिए, जाने दो, जाने दीजिए, रद्द करें, रद्द करो, अभी नहीं, भूल जाओ, भूल जाइए, अब नहीं चाहिए, कोई बात नहीं',
  'nahi, nahin, rehne do, rehne dein, rehne dijiye, chhodo, chodo, chhod do, chod do, chhodiye, cancel karo, cancel kar do, abhi nahi, abhi nahin, jaane do, jane do, bhool jao, bhul jao, ab nahi chahiye, koi baat nahi',
  'لا, لا شكرا, إلغاء, الغاء, ألغ, الغي, ألغي, انسى, انس, انسي, انسى الأمر, انس الأمر, انسى الموضوع, انس الموضوع, خلاص, ليس الآن, مش الآن, مش دلوقتي, لا داعي, لا يهم, مش مهم, غيرت رأيي, لم أعد أريد, دعك من ذلك',
);

const takenBack = wordSet(
  'never mind, nevermind, nvm, never mind that, forget it, forget that, forget about it, i changed my mind, changed my mind',
  'olvídalo, olvidalo, olvídelo, olvidelo, olvídate, olvidate, cambié de opinión, cambie de opinion',
  'esquece, esqueça, esqueca, esquece isso, deixa pra lá, deixa pra la, deixe pra lá, mudei de ideia',
  'laisse tomber, laissez tomber, oublie, oubliez, oublie ça, oubliez ça, j ai changé d avis',
  'tidak jadi, nggak jadi, enggak jadi, ga jadi, gak jadi, batal, lupakan, lupakan saja',
  'भूल जाओ, भूल जाइए, जाने दो, जाने दीजिए, bhool jao, bhul jao, jaane do, jane do',
  'انسى الأمر, انس الأمر, انسى الموضوع, انس الموضوع, غيرت رأيي',
  '算了, 算了吧, 不买了, 不订了, 不办了',
);

const fillers = (list: string): string =>
  list
    .split(',')
    .map(plainWords)
    .toSorted((a, b) => b.length - a.length)
    .join('|');

/** What people say before it, and after it. */
const before = new RegExp(
  `^(?:(?:${fillers('ok, okay, oh, ah, well, actually, hmm, um, sorry, please, you know what, bueno, ay, ah no, perdón, perdon, mejor, entonces, então, entao, ah, bom, desculpa, desculpe, na verdade, bon, alors, euh, finalement, en fait, oke, eh, aduh, maaf, ya, wah, अच्छा, अरे, ओके, माफ़ कीजिए, acha, accha, arre, are, طيب, آه, عفوا, في الواقع, أوكي')}) )+`,
  'u',
);
const after = new RegExp(
  `(?: (?:${fillers('thanks, thank you, please, then, now, anyway, sorry, for now, gracias, muchas gracias, por favor, por ahora, entonces, obrigado, obrigada, valeu, por enquanto, então, entao, merci, s il vous plaît, finalement, alors, terima kasih, makasih, deh, dulu, aja, saja, ya, kak, min, धन्यवाद, शुक्रिया, जी, भाई, dhanyavaad, shukriya, ji, yaar, bhai, شكرا, شكرا لك, من فضلك, الآن')}))+$`,
  'u',
);
const chinese =
  /^(?:哦|啊|嗯|好吧|好的|那|那就|抱歉|不好意思|对不起|还是|我)*(?:不用了?|算了|取消|不要了?|先不要|先不用|不需要了?|不办了|不弄了|不订了|不买了|没事了?|忘了吧|别管了|改主意了|以后再说|下次再说|不了|不){1,3}(?:吧|啦|了|哈|谢谢|多谢|谢谢你|谢谢您|不好意思)*$/u;

/** Names of people: Nada, in Arabic and in Slavic languages. */
const alsoNames = wordSet('nada');
