/** What people call the parts of an address that they put right alone. */
const postcodeWord =
  'post ?code|zip(?: code)?|postal code|pin ?code|pin|cep|cp|c[oó]digo postal|code postal|kode pos|kodepos|पिन ?कोड|पिन|الرمز البريدي|الرمز|邮编|邮政编码';
const numberWord =
  '(?:house |street |door )?number|n[uú]mero|num[eé]ro|nomor(?: rumah)?|makan number|ghar number|(?:मकान |घर )?नंबर|رقم(?: البيت| المنزل| العمارة)?|门牌号?|号码';
/** What stands between the name of a part and its value. */
const between =
  "is|should be|it'?s|it is|es|é|e|era|será|est|c'est|adalah|yang benar|nya|hai|है|هو|是|应该是|要改成|改成|[,:،，：-]";
const after = 'please|pls|por favor|svp|ya|kak|hai|h|है|من فضلك|才对|号';

const named = (word: string, value: string): RegExp =>
  new RegExp(
    `(?:^|[\\s,،，])(?:o |el |le |the |ال)?(?:${word})\\s*(?:(?:${between})\\s*){0,4}(${value})(?:\\s*(?:${after}))?\\s*[.!।。]*$`,
    'iu',
  );
const postcodeSaid = named(
  postcodeWord,
  '[a-z]{0,2}\\p{Nd}[a-z\\p{Nd}]{1,5}(?:[ -](?=[a-z]*\\p{Nd})[a-z\\p{Nd}]{3,4})?',
);
const numberSaid = named(numberWord, '\\p{Nd}{1,5} ?[a-z]?');

/** A postcode as it stands in an address: the last run of digits that is long enough. */
const postcodeIn =
  /(?<![\p{L}\p{Nd}])\p{Nd}{4,7}(?:-\p{Nd}{3,4})?(?![\p{L}\p{Nd}])(?!.*(?<![\p{L}\p{Nd}])\p{Nd}{4,7})/u;
const numberIn = /(?<![\p{Script=Latin}\p{Nd}])\p{Nd}{1,5}[a-z]?(?![\p{Script=Latin}\p{Nd}])/iu;

/** More words say more than the one part. */
const mostWords = 9;

/**
 * An address with the one part put right that a text names: "I got the number wrong, it's 98", "pincode 452010
 * hai". Undefined for a text that names none, or a part that the address does not have.
 */
export function withPartInstead(address: string, said: string): string | undefined {
  const text = said.trim();
  if (text.split(/\s+/u).length > mostWords) return undefined;
  const postcode = postcodeSaid.exec(text)?.[1];
  if (postcode !== undefined)
    return postcodeIn.test(address)
      ? address.replace(postcodeIn, postcode.toUpperCase())
      : `${address}, ${postcode.toUpperCase()}`;
  const number = numberSaid.exec(text)?.[1];
  if (number === undefined || !numberIn.test(address)) return undefined;
  return address.replace(numberIn, number.trim());
}
