import type { Business, EscalationPath, Fallback } from '../business/business.ts';
import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';

/** A way to people that does not need this chat's opening hours, if the business has one. */
export function pathOutsideChat(business: Business, language: Language): string | undefined {
  for (const kind of ['web', 'email', 'phone'] as const) {
    const path = business.escalation.find((candidate) => candidate.kind === kind);
    if (path !== undefined) return invitation(path, language);
  }
  return undefined;
}

/** The business's telephone, as it is written there. */
export function businessPhone(business: Business): string | undefined {
  return business.escalation.flatMap((path) => (path.kind === 'phone' ? [path.number] : []))[0];
}

/** Where a class of messages is pointed to, as the end of "you can …"; undefined when a person is all there is. */
export function fallbackPath(
  business: Business,
  about: keyof Business['fallbacks'],
  language: Language,
): string | undefined {
  const fallback = business.fallbacks[about];
  return fallback === undefined ? undefined : fallbackInvitation(fallback, language);
}

function fallbackInvitation(fallback: Fallback, language: Language): string | undefined {
  const { paths } = sentencesIn(language);
  switch (fallback.kind) {
    case 'person':
      return undefined;
    case 'faq':
      return paths.faq(fallback.url);
    case 'form':
      return paths.form(fallback.url);
    case 'channel':
      return paths.channel(fallback.name, fallback.at);
  }
}

function invitation(path: EscalationPath, language: Language): string {
  const { paths } = sentencesIn(language);
  switch (path.kind) {
    case 'in-chat-person':
      return paths.inChat;
    case 'phone':
      return paths.phone(path.number);
    case 'email':
      return paths.email(path.address);
    case 'web':
      return paths.web(path.url);
    case 'in-store':
      return paths.inStore(path.address);
  }
}
