import { foldLetters } from '../scope/checks/checked-words.ts';
import { comparableText } from '../message/comparable-text.ts';
import { shippedLanguage, spokenLanguages, type Language } from './language.ts';

/**
 * The language a text is probably written in, from its script and its commonest short words;
 * undefined when that says nothing. For what is answered before, or without, the scope guard.
 * `before`: the conversation's language, which a single word more of another does not change;
 * `leastWords`: so many of them must be there.
 */
export function guessLanguage(text: string, before?: Language, leastWords = 1): Language | undefined {
  if (/\p{Script=Devanagari}/u.test(text)) return 'hi';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  const words = wordsOf(text);
  const scored = Object.entries(commonWords)
    .map(([language, common]) => ({ language, hits: words.filter((word) => common.has(word)).length }))
    .toSorted((a, b) => b.hits - a.hits);
  const [first, second] = scored;
  if (first === undefined || first.hits < leastWords || first.hits === second?.hits) return undefined;
  const hitsBefore = scored.find(({ language }) => language === before)?.hits;
  if (hitsBefore !== undefined && first.language !== before && first.hits < hitsBefore + 2) return before;
  return shippedLanguage(first.language);
}

/**
 * What a text is written in, as a tag, when both the scope guard (`judged`) and its own words are
 * heard. A language that the business does not declare needs more than a word or two to be believed.
 * `before`: the conversation's language; a word alone does not change it.
 */
export function hearLanguage(
  text: string,
  judged: string | undefined,
  declared: readonly string[],
  before: Language | undefined,
): string | undefined {
  const guessed = guessLanguage(text, before);
  const words = wordsOf(text).filter((word) => /\p{L}/u.test(word)).length;
  const ownScript = /[\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Han}]/u.test(text);
  if (before !== undefined && words < 2 && !ownScript) return undefined;
  if (judged !== undefined && isSpoken(declared, judged)) return judged;
  if (guessed !== undefined && isSpoken(declared, guessed)) return guessed;
  if (judged === undefined || words < 3) return guessed;
  return judged;
}

function isSpoken(declared: readonly string[], tag: string): boolean {
  const base = shippedLanguage(tag)?.split('-')[0];
  return spokenLanguages(declared).some((language) => language.split('-')[0] === base);
}

function wordsOf(text: string): readonly string[] {
  return foldLetters(comparableText(text).replaceAll("'", '')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    'the is are my your where what how when can could you please want need do does have for and to of with it me this not will get there has on was about would should hi hello thanks thank i im ive am who why which hey good morning write give tell help',
  ),
  es: wordSet(
    'el los las una mi mis donde esta que como cuando quiero necesito puedo por favor con del al hola gracias me le su es pero mas ya muy tengo tienen hay cuanto pedido buenas buenos dias tardes porfa quisiera puede puedes soy hacer todavia ustedes usted escribe dame dime para',
  ),
  pt: wordSet(
    'o os uma meu minha meus onde ta como quando quero preciso posso pra para por favor com do da dos no na oi ola obrigado obrigada nao mas mais ja muito tenho voce voces vc vcs tem quanto pedido bom boa dia tarde noite eu ainda gostaria pode fazer cade to um escreva me',
  ),
  fr: wordSet(
    'le les des mon ma mes ou est quoi comment quand je veux voudrais peux pouvez pour svp avec du au aux bonjour bonsoir merci ne pas mais plus deja tres jai ai vous votre vos avez combien commande cest quel quelle salut tu moi sur dans toujours encore un ecris donne',
  ),
  id: wordSet(
    'saya aku mau ingin bisa apa di mana dimana kapan berapa tolong pesanan dengan untuk dari yang yg sudah udah belum tidak gak ga nggak ada kak min mas mbak ini itu dan ke kalau kalo gimana bagaimana terima kasih makasih dong ya nih halo selamat pagi siang malam buatkan',
  ),
  'hi-Latn': wordSet(
    'me ja be tu teri tera log hum pe par mai saale sath do na hai hain kya kab kaha kahan kaise mera meri mere mujhe aap tum ho hu hoon nahi nhi karo karna kar dijiye chahiye ka ki ke ko se mein aur bhi toh bhai ji raha rahi hua abhi kitna kitne batao bata wala gaya gayi namaste ek likho sunao',
  ),
  ar: wordSet(
    'ana enta enti 3ayez 3ayza 3andi 3ala fein feen wein emta leh mesh mish bel bta3 ezay momken shukran ya3ni keda delwa2ti law sama7t aywa salam talab el fen',
  ),
};

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
