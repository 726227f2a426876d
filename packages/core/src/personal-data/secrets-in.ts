import { latinDigits } from './latin-digits.ts';

/** Where a secret that a word names stands in a text, in UTF-16 units. */
type Place = { readonly start: number; readonly end: number };

/** What stands between a secret's name and the secret: "my PIN is", "le code :", "OTP साल का". */
const between = '(?!\\p{Script=Latin})[^\\d\\n.?!,،，]{0,24}';
const short = '(?<![\\p{L}\\d])(?<value>\\d(?:[ -]?\\d){2,7})(?!\\d)';

const securityCode =
  'cvv2?|cvc2?|csc|security (?:code|number)|c[oó]digo de seguran[cç]a|c[oó]digo de seguridad|cryptogramme|kode keamanan|सीवीवी|رمز الأمان|رمز الامان|安全码|安全碼';
const loginCode =
  "otp|m?pin|t-?pin|upi pin|nip|one[- ]time (?:code|password|pin)|(?:login|log-in|verification|confirmation|access|sms|2fa|auth\\w*) codes?|passcodes?|c[oó]digo (?:de |do |del )?(?:verificaci[oó]n|verifica[cç][aã]o|confirmaci[oó]n|acceso|acesso|sms|otp)|code (?:de |d['’])?(?:v[eé]rification|confirmation|connexion|acc[eè]s|secret|sms|pin)|kode (?:otp|verifikasi|masuk|login|akses|sms)|ओटीपी|पिन|सत्यापन कोड|رمز (?:التحقق|الدخول|التأكيد|التفعيل)|كود (?:التحقق|التفعيل|الدخول)|الرقم السري|验证码|驗證碼|校验码|动态码|取款密码";
const password =
  'passwords?|passwd|pwd|pass ?word|contrase[nñ]as?|clave|senhas?|mot de passe|mdp|kata sandi|sandi|पासवर्ड|كلمة (?:السر|المرور)|باسورد|密码|密碼';

const finders: readonly RegExp[] = [
  // A password of any characters: after "is" or ":", or of letters and digits right after the word.
  new RegExp(
    `(?<!\\p{L})(?:${password})(?:\\s(?:saya|aku|mera|मेरा))?(?:\\s{0,2}(?:(?:is|es|est|é|adalah|nya|है|hai|هي|هو)(?=[\\s:：])|是|为|[:=：])[\\s:：]{0,2}|\\s)(?<value>(?=[^\\s\\d]{0,30}\\d)[^\\s,?？؟]{4,40})`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}\\d])(?:${securityCode}|${loginCode}|${password})${between}${short}`, 'giu'),
  // "482913 is my OTP".
  new RegExp(
    `(?<![\\p{L}\\d])(?<value>\\d{4,8})\\s{0,2}(?:is|es|é|est|adalah|है|hai|هو|是)\\s?(?:your|my|the|tu|su|mi|o meu|a minha|mon|votre|le|मेरा|mera|我的)?\\s?(?:${securityCode}|${loginCode}|${password})(?![\\p{L}])`,
    'giu',
  ),
];

/** India calls its postcodes PIN codes, and PIN for short. */
const pinCode = /pin[- ]?code\D{0,24}$/iu;
const barePin = /(?<!\p{L})pin[\s:#=.-]{0,4}$/iu;
const ownPin = /(?:my|mi|meu|mon|mera|मेरा|upi|atm|card|login|new|old)\s+pin[\s:#=.-]{0,4}$/iu;
/** "12 rue du Pin 75011 Paris". */
const street =
  /(?:rue|avenue|av|chemin|allée|place|impasse|route|calle|via|rua|jalan|jl)\.?\s(?:\p{L}+['’\s]){0,2}pin\s{0,2}$/iu;

function isPlace(value: string, before: string): boolean {
  if (street.test(before)) return true;
  if (!/^[1-8]\d{2} ?\d{3}$/.test(value)) return false;
  return pinCode.test(before) || (barePin.test(before) && !ownPin.test(before));
}

/**
 * Finds what opens an account or pays: security codes of cards, PINs, passwords, login codes, where a word names
 * them. Neither order numbers nor postcodes. Cards are found by their numbers elsewhere.
 */
export function namedSecretsIn(text: string): readonly Place[] {
  const latin = latinDigits(text);
  return finders.flatMap((pattern) =>
    [...latin.matchAll(pattern)].flatMap((match) => {
      const value = match.groups?.['value'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      const before = latin.slice(0, start);
      const other = isPlace(value, before) || isOtherNumber(latin, start);
      return other ? [] : [{ start, end: start + value.length }];
    }),
  );
}

/** A number that these words name is no card's, even where its digits would do for one. */
const otherNumber =
  /(?:order|booking|reservation|tracking|reference|ref|invoice|parcel|imei|serial|iccid|pedido|reserva|seguimiento|rastreo|rastreio|referencia|referência|factura|fatura|encomenda|commande|r[eé]servation|suivi|colis|facture|pesanan|resi|faktur|pemesanan|ऑर्डर|बुकिंग|ट्रैकिंग|طلب\p{L}*|حجز\p{L}*|تتبع|فاتورة|شحنة|订单|預訂|预订|单号|快递|运单|发票)[^\d\n]{0,24}$/iu;

/** Whether the number that begins at `start` is called an order, a parcel or the like. */
export function isOtherNumber(text: string, start: number): boolean {
  return otherNumber.test(text.slice(Math.max(0, start - 48), start));
}
