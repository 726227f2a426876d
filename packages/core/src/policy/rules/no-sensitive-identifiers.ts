import { readableText } from '../../message/outbound.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/**
 * Nobody, agent or person, asks a customer for a full card, bank account or national ID number, a
 * card's security code or a password. The last four digits may be asked for, and a sentence that
 * tells the customer not to send them passes.
 */
export const noSensitiveIdentifiersRule: SendRule = {
  id: 'WA-DATA-001',
  severity: 'critical',
  source: 'Messaging Policy data clause',
  checkedAt: 'send',
  check,
  message: 'Do not ask for full card or ID numbers.',
  fix: 'Use a payment link / hosted form.',
};

/** Our own lists in eight languages: seed data to measure. All three are looked for in one sentence. */
const asks: readonly RegExp[] = [
  /\b(send|give|provide|share|tell|text|reply with|write|dictate|(can|may|could) (i|we) (have|get)|(i|we)(['’]ll| will)? need|(what|which)(['’]s| is| are) your|(enter|type|confirm)\b.{0,40}\b(here|below|this chat))\b/iu,
  /\b(kirim(kan)?|berikan|kasih|sebutkan|tulis(kan)?|bagikan|minta|apa)\b/iu,
  /(?<!\p{L})(envoye[rz]|donne[rz]|communique[rz]|indique[rz]|partage[rz]|quel(le)? est|il (me|nous) faut)(?!\p{L})/iu,
  /(?<!\p{L})(env[ií][ae]\p{L}*|mand[ae]\p{L}*|d[aeé](me|nos)|indi(ca|que)\p{L}*|comp[aá]rt\p{L}*|proporcion\p{L}*|cu[aá]l es|necesit(o|amos))(?!\p{L})/iu,
  /(?<!\p{L})(envi[ea]\p{L}*|mand[ae]\p{L}*|informe|passe|digite|compartilhe|qual [eé]|preciso d[aeo]|precisamos d[aeo])(?!\p{L})/iu,
  /(bhej(o|iye|en|ein)|bata(o|iye|en|ein)|भेज|बता|दीजिए|साझा)/iu,
  /(أرسل|ارسل|زود|أعط|اعط|شارك|اكتب|ما هو|ما هي)/u,
  /(发送|发给|提供|告诉|输入|填写|是多少|请把)/u,
];

const identifiers: readonly RegExp[] = [
  /\b((full|entire|complete) card|(credit|debit|bank|atm) ?card (number|no|details)|card numbers?|cvv2?|cvc2?|card security code|(atm|card|upi) pin|passwords?|passcode|pass ?phrase|one[- ]time (code|password)|otp|social security|ssn|passport numbers?|national id(entity)?( card)?( number)?|id (card )?numbers?|aadhaar|pan (card )?number|cpf|nik|dni|nie|curp|nif|iban|(bank )?account numbers?|kata sandi|nomor (kartu|rekening|ktp|paspor)|mot de passe|num[eé]ro de (carte( bancaire| de cr[eé]dit)|compte|s[eé]curit[eé] sociale|passeport)|cryptogramme|contrase[nñ]a|n[uú]mero (completo )?de (la |su |tu )?(tarjeta|cuenta bancaria|pasaporte)|senha|n[uú]mero (completo )?d[oe] (seu )?(cart[aã]o|passaporte)|conta banc[aá]ria)(?!\p{L})/iu,
  /(पासवर्ड|कार्ड नंबर|आधार|खाता संख्या|पैन नंबर|كلمة (المرور|السر)|رقم (البطاقة|بطاقة|الحساب|الهوية|جواز)|密码|卡号|身份证号|银行账号|护照号|验证码|安全码)/u,
];

const exempt: readonly RegExp[] = [
  /\b(last|final) (4|four)\b|\b(never|do not|don['’]t|cannot|can['’]t|won['’]t|will not|not need|no need|avoid|without)\b/iu,
  /\b(4|empat) (digit|angka) terakhir\b|\b(jangan|tidak (perlu|akan|pernah))\b/iu,
  /(?<!\p{L})((4|quatre) derniers|(ne|n['’])(?!\p{L}).{0,40}(jamais|pas)(?!\p{L}))/iu,
  /(?<!\p{L})([uú]ltim[oa]s (4|cuatro|quatro)|nunca|jam[aá]s|no (env|mand|comp|neces|d[eé]|la|lo|nos|le)\p{L}*|n[aã]o)(?!\p{L})/iu,
  /(आखिरी|अंतिम) (4|चार)|(मत|नहीं|न करें|कभी)|\b(mat|nahin?|kabhi)\b/iu,
  /(آخر (4|أربعة)|لا (ترسل|تشارك|نطلب|تكتب)|لن )/u,
  /(后四位|最后四位|不要|请勿|切勿|不会|无需|不需要)/u,
];

function check({ draft }: Subject): RuleFinding {
  const asked = identifierAskedIn(readableText(draft.content));
  return asked === undefined
    ? { verdict: 'passed', evidence: 'asks for none' }
    : { verdict: 'refused', evidence: asked };
}

/** The words that ask for such a number, and which, if there are any. */
export function identifierAskedIn(text: string): string | undefined {
  for (const sentence of text.split(/[.!?…。！？\n]+/u)) {
    const identifier = firstMatch(identifiers, sentence);
    if (identifier === undefined) continue;
    const ask = firstMatch(asks, sentence);
    if (ask !== undefined && firstMatch(exempt, sentence) === undefined)
      return `asks ("${ask}") for "${identifier}"`;
  }
  return undefined;
}

function firstMatch(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
