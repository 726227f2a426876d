import { foldLetters } from '../scope/checks/checked-words.ts';
import { secretPlaces } from './secret-places.ts';

/**
 * A text without the card numbers, security codes, PINs, passwords and login codes in it; undefined when there are
 * none. `rest`: what else it says, empty when that only names what was sent ("my card number is"); `beside`: what
 * stands in clauses of its own, which may answer a question ("debit card, PIN …"); `around`: all words but the secrets.
 */
export function withoutSecrets(
  text: string,
): { readonly rest: string; readonly beside: string; readonly around: string } | undefined {
  const places = secretPlaces(text);
  if (places.length === 0) return undefined;
  let cut = '';
  let from = 0;
  for (const { start, end } of places) {
    cut += text.slice(from, start) + taken;
    from = end;
  }
  const clauses = `${cut}${text.slice(from)}`.split(/(?<=[.!?,;\n。！？，؟،])/u);
  return {
    rest: joined(clauses.filter((clause) => saysMore(clause.replaceAll(taken, ' ')))),
    beside: joined(clauses.filter((clause) => !clause.includes(taken))),
    around: joined(clauses),
  };
}

/** Stands where a secret stood. */
const taken = '\u{fffc}';

function joined(clauses: readonly string[]): string {
  return clauses
    .join('')
    .replaceAll(taken, '')
    .replace(/[ \t]{2,}/gu, ' ')
    .trim();
}

function saysMore(rest: string): boolean {
  const words = foldLetters(rest.toLowerCase().replaceAll(/['’]/gu, '')).match(/[\p{L}\p{M}]+/gu) ?? [];
  const unspaced = rest.replaceAll(unspacedNames, '');
  return /\p{Script=Han}/u.test(rest)
    ? /\p{Script=Han}/u.test(unspaced)
    : words.some((word) => !names.has(word));
}

const unspacedNames =
  /我的|银行卡|信用卡|卡号|号码|密码|验证码|安全码|取款|校验码|动态码|有效期|是|为|和|到期/gu;

/** What people write around such numbers. */
const names: ReadonlySet<string> = new Set(
  foldLetters(
    [
      'my the card cards number no credit debit visa mastercard amex is its it here this and with cvv cvc csc exp expiry expires valid until date pin otp mpin upi password code codes login security verification ok hi hello please yes sure',
      'mi la el es su tarjeta numero número credito crédito debito débito clave contraseña contrasena codigo código seguridad verificacion verificación de y con vence vencimiento fecha hola aqui aquí esta nip',
      'meu minha o a é cartão cartao número senha codigo segurança seguranca verificação e com validade vencimento do oi aqui está',
      'ma mon carte bancaire numero numéro est cest le code cryptogramme mot passe mdp secret et avec expire voici bonjour',
      'kartu saya nomor nomer adalah ini kode keamanan kata sandi verifikasi dan masa berlaku halo ya kredit debit',
      'मेरा मेरी मेरे कार्ड का की के नंबर है और पिन ओटीपी पासवर्ड सीवीवी कोड यह ये',
      'mera meri mere ka ki hai aur yeh ye',
      'بطاقتي البطاقة رقم رقمها هو هي رمز الرقم السري كلمة السر المرور التحقق و هذا هذه كود الدخول',
    ].join(' '),
  ).split(' '),
);
