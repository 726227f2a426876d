import type { Language } from '../language/language.ts';

/** Says that of several orders named at once one comes after the other: "A-1057", then "A-1042". */
export function oneAtATime(language: Language, first: string, left: readonly string[]): string {
  return sentences[language](first, left.join(language === 'zh' ? '、' : language === 'ar' ? '، ' : ', '));
}

const sentences: Readonly<Record<Language, (first: string, then: string) => string>> = {
  en: (first, then) => `One order at a time: first ${first}, then ${then}.`,
  es: (first, then) => `Un pedido a la vez: primero ${first} y después ${then}.`,
  pt: (first, then) => `Um pedido de cada vez: primeiro ${first}, depois ${then}.`,
  fr: (first, then) => `Une commande à la fois : d'abord ${first}, puis ${then}.`,
  id: (first, then) => `Satu pesanan dulu, ya: pertama ${first}, lalu ${then}.`,
  hi: (first, then) => `एक बार में एक ऑर्डर: पहले ${first}, फिर ${then}।`,
  'hi-Latn': (first, then) => `Ek baar mein ek order: pehle ${first}, phir ${then}.`,
  ar: (first, then) => `طلب واحد في كل مرة: أولًا ${first} ثم ${then}.`,
  zh: (first, then) => `我们一单一单来：先处理 ${first}，然后是 ${then}。`,
};
