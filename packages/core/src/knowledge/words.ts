/**
 * The words of a text as ranking compares them: lower case, English endings off, words of one
 * meaning made one. Words that say nothing about the subject are left out.
 */
export function meaningfulWords(text: string): readonly string[] {
  return plainWords(text)
    .filter((word) => !isFillerWord(word))
    .map(canonicalWord);
}

/** Whether an English word says nothing about the subject of a sentence: "the", "please". */
export function isFillerWord(word: string): boolean {
  return fillerWords.has(word);
}

/** Runs of letters and digits in lower case; "don't" is "dont". */
function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function canonicalWord(word: string): string {
  const stem = stemmed(word);
  return canonicalOf.get(word) ?? canonicalOf.get(stem) ?? stem;
}

/** Takes off plural, "-ing", "-ed" and a final "e": enough to bring forms of one English word together. */
function stemmed(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const base = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/(.{3,})(ing|ed)$/, '$1');
  // "shipping", "shipped" → "ship"
  const single = base === word ? base : base.replace(/([bdgmnprt])\1$/, '$1');
  return single.length > 3 ? single.replace(/e$/, '') : single;
}

const fillerWords = new Set(
  (
    'a an the is are was were be been am im i me my mine we us our you your u ur it its this that these those they ' +
    'them their he she and or but if so to of for in on at by with from as into do does did done doing can could ' +
    'would should will shall may might must have has had having there here what which who how whats hows ' +
    'please pls plz thanks thank hi hello hey ok okay just also any some get got getting go going want wanna like need ' +
    'know tell let lets say ask about question up out then than too very really one ones thing things something ' +
    'id ill ive dont didnt doesnt cant isnt not no yes only still already after before while because take ' +
    'wat wot when put happens happen today currently really'
  ).split(' '),
);

/** Words that mean the same to someone writing to a shop. The first of each line stands for all. */
const sameMeaning = [
  'ship shipping shipment deliver delivery deliveries dispatch post postage send sending mailing',
  'parcel package packet pkg',
  'cost costs price prices priced fee fees charge charges much expensive rate',
  'store shop boutique branch showroom',
  'return returns returning back',
  'refund refunded reimburse reimbursement money moneyback',
  'exchange swap switch trade',
  'repair fix mend workshop fixing',
  'broken broke damaged damage faulty defective ripped torn tear hole fault cracked',
  'wash clean laundry machine care detergent washing cleaning',
  'hours open opening close closing closed opens closes',
  'address located location street directions situated find',
  'pay payment payments paying paid visa mastercard paypal klarna amex card cards checkout',
  'gift voucher vouchers giftcard certificate',
  'phone telephone call ring number',
  'email mail e-mail',
  'discount coupon promo code codes offer deal voucher-code promotion',
  'warranty guarantee guaranteed warrantee',
  'size sizing sizes fit fits fitting measurements measurement larger smaller small large bigger',
  'change edit modify alter amend changed',
  'country abroad overseas international internationally canada europe germany uk france mexico australia japan worldwide',
  'data privacy personal gdpr information',
  'contact reach touch talk',
  'stock available availability sold restock',
  'zip zipper zips zippers',
  'colour color colours colors',
  'long days soon fast quick time',
] as const;

const canonicalOf = new Map(
  sameMeaning.flatMap((line) => {
    const words = line.split(' ');
    const [first] = words;
    return words.flatMap((word): [string, string][] =>
      first === undefined
        ? []
        : [
            [word, first],
            [stemmed(word), first],
          ],
    );
  }),
);
