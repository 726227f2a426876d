/**
 * A text with its Chinese numerals of `smallest` and more in digits: "三百块" is "300块", "一千五" 1500, "十五万" 150000.
 * "十" alone, as in "十分", stays.
 */
export function withHanNumbers(text: string, smallest: number): string {
  return text.replaceAll(numeral, (said) => {
    const value = valueOf(said);
    return said.length < 2 || value < smallest ? said : String(value);
  });
}

const numeral =
  /(?:[一二两兩三四五六七八九]?十|[一二两兩三四五六七八九][百千万])[零〇一二两兩三四五六七八九十百千万]*/gu;
const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

function valueOf(said: string): number {
  let total = 0;
  let below = 0;
  let digit = 0;
  // What a digit at the end counts: "三千五" is 3500, "一百零五" 105.
  let next = 1;
  for (const sign of said.replaceAll(/[两兩]/gu, '二').replaceAll('〇', '零')) {
    const power = powers[sign];
    if (power !== undefined) {
      below += Math.max(1, digit) * power;
      digit = 0;
      next = power / 10;
    } else if (sign === '万') {
      total += Math.max(1, below + digit) * 10_000;
      below = 0;
      digit = 0;
      next = 1_000;
    } else {
      digit = digits.indexOf(sign);
      if (digit === 0) next = 1;
    }
  }
  return total + below + digit * next;
}
