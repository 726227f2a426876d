import { maskPersonalData } from '../personal-data/mask-personal-data.ts';

/**
 * A question as it is kept for people who answer it for everybody: without what could be about one person. Beside
 * what is masked everywhere, e-mail addresses, and numbers long enough to be a phone or an order.
 */
export function maskedQuestion(text: string): string {
  return maskPersonalData(text)
    .replaceAll(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '[email]')
    .replaceAll(/\+?\p{Nd}(?:[\p{Nd} ().-]{4,}\p{Nd})/gu, '[number]');
}
