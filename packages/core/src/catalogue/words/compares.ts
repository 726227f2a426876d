import { plainWords } from '../../slot/plain-words.ts';

/** Whether a text asks to set products beside each other: "compare the first two", "what's the difference?" */
export function asksToCompare(text: string): boolean {
  const written = ` ${plainWords(text)} `;
  return words.some((word) =>
    /\p{Script=Han}/u.test(word) ? written.includes(word) : written.includes(` ${word} `),
  );
}

/** By language, as `plainWords` leaves them: en, es, pt, fr, id, hi, hi-Latn, ar, zh. */
const words: readonly string[] = [
  'compare,compare them,comparison,difference,differences,differ,versus,vs,which is better,which one is better',
  'compara,comparar,compare,comparación,comparacion,diferencia,diferencias,cuál es mejor,cual es mejor',
  'compara,comparar,comparação,comparacao,diferença,diferenca,diferenças,qual é melhor,qual e melhor',
  'compare,comparez,comparer,comparaison,différence,difference,différences,lequel est mieux,laquelle est mieux',
  'bandingkan,bandingin,dibandingkan,perbandingan,beda,bedanya,perbedaan,perbedaannya,bagusan mana,mending mana',
  'तुलना,फर्क,फ़र्क,अंतर,कौन सा बेहतर',
  'tulna,compare karo,farak,fark,antar,kaun sa behtar,konsa behtar',
  'قارن,مقارنة,الفرق,فرق,ايهم أفضل,أيهما أفضل,ايهما افضل',
  '对比,比较一下,比一比,区别,差别,有什么不同,有何不同,哪个更好,哪个好',
].flatMap((line) => line.split(',').map(plainWords));
