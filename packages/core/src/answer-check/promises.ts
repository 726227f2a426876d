import { foldLetters } from '../scope/checks/checked-words.ts';

/** What only a business may grant, by the beginnings of its words in the languages we speak. */
const grants: Readonly<Record<string, RegExp>> = {
  refund:
    /\b(?:refund|reimburs|reembols|devolu[cz]|devolver.{0,20}dinero|rembours|pengembalian (?:dana|uang)|refund)|रिफंड|रिफ़ंड|पैसे वापस|paise wapas|استرداد|استرجاع (?:ال)?(?:مبلغ|مال)|退款|返金/iu,
  discount:
    /\b(?:discount|coupon|voucher|promo code|descuento|cupon|rebaja|desconto|cupom|remise|reduction|bon de reduction|diskon|potongan harga|kupon)|छूट|कूपन|\bchhoot\b|خصم|قسيمه|折扣|优惠/iu,
  free: /\b(?:for free|free of charge|complimentary|gratis|gratuit|de graca|cuma-cuma|muft)|मुफ्त|मुफ़्त|مجان|免费/iu,
  compensation:
    /\b(?:compensat|indemni[sz]|compensa[cr]|indenni|dedommag|kompensasi|ganti rugi)|मुआवज|تعويض|赔偿|补偿/iu,
  guarantee:
    /\b(?:guarantee|i promise|garanti[zrs]|prometo|je vous promets|saya janji|dijamin)|गारंटी|वादा|اضمن|نضمن|ضمان|保证|保證/iu,
};

/**
 * What an answer grants that its evidence does not speak of at all: money back, a discount, something
 * for nothing, amends, a guarantee. Rest is not read: a policy that names it may be told.
 */
export function ungroundedPromises(answer: string, evidence: readonly string[]): readonly string[] {
  const said = foldLetters(answer.normalize('NFKC'));
  const known = foldLetters(evidence.join('\n').normalize('NFKC'));
  return Object.entries(grants)
    .filter(([, words]) => words.test(said) && !words.test(known))
    .map(([grant]) => grant);
}
