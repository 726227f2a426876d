import type { Business } from '@ambit/core/business/business';
import type { KnownTemplates, TemplateAtMeta } from '@ambit/core/template/template-at-meta';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { TemplateSource } from '../ports/template-source.ts';
import { within } from '../ports/within.ts';

/** Meta's word of a template is asked for again after so long. Source: WA-WIN-002. */
const freshMs = 15 * 60_000;
/** A template that may not go yet is asked about sooner. */
const hopefulMs = 60_000;
/** Without an answer, so long nobody is asked again. */
const restMs = 30_000;
const longestAskMs = 20_000;
/** Meta takes 100 new ones an hour; a round of a loop must come to an end, however slow Meta is. */
const mostSubmitted = 25;
const longestSubmittingMs = 45_000;

/** What is known of the business's templates while they are sent. */
export type TemplateRegister = {
  /**
   * What clearance may know when this template is about to go; undefined while Meta is being asked.
   * Where Meta does not answer, its word is not known, and Meta itself decides.
   */
  known(business: Pick<Business, 'templates'>, sent: Sent): KnownTemplates | undefined;
  /** Meta refused one: what was known of it is not so any more. */
  forget(): void;
  /**
   * Hands in for review what the business has and Meta has not. False: not all of it, as Meta did not answer, it took
   * too long, or `signal` called it off; try again later.
   */
  submitMissing(business: Pick<Business, 'templates'>, signal: AbortSignal): Promise<boolean>;
};

type Sent = { readonly name: string; readonly language: string };

/** Keeps Meta's list in memory: each node asks for itself. Without a `source` nobody is asked. */
export function createTemplateRegister(needs: {
  readonly source: TemplateSource | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly monotonicMs: () => number;
}): TemplateRegister {
  const { source, clock, log, monotonicMs } = needs;
  let list: { readonly at: number; readonly templates: readonly TemplateAtMeta[] } | undefined;
  let asking: Promise<void> | undefined;
  let failedAt: number | undefined;
  /** What Meta has said no to is not handed in again by the same node until it is worded otherwise. */
  const handedIn = new Set<string>();

  async function ask(from: TemplateSource): Promise<void> {
    const at = clock.now();
    try {
      list = { at, templates: await within(longestAskMs, (signal) => from.list(signal)) };
      failedAt = undefined;
    } catch (error) {
      failedAt = monotonicMs();
      log.warn('templates.not-listed', { error: error instanceof Error ? error.message : String(error) });
    }
  }

  function refresh(from: TemplateSource): Promise<void> {
    asking ??= ask(from).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    known({ templates: ours }, sent) {
      if (source === undefined) return { ours };
      const held = list?.templates.find(
        ({ name, language }) => name === sent.name && language === sent.language,
      );
      const age = list === undefined ? Infinity : Math.abs(clock.now() - list.at);
      if (list !== undefined && age < (held?.status === 'APPROVED' ? freshMs : hopefulMs))
        return { ours, atMeta: list.templates };
      if (asking === undefined && failedAt !== undefined && monotonicMs() - failedAt < restMs)
        return { ours };
      void refresh(source);
      return undefined;
    },
    forget() {
      list = undefined;
    },
    async submitMissing({ templates }, signal) {
      if (source === undefined || templates.length === 0) return true;
      const until = monotonicMs() + longestSubmittingMs;
      await refresh(source);
      if (list === undefined || failedAt !== undefined) return false;
      const held = new Set(list.templates.map(({ name, language }) => `${name} ${language}`));
      let submissions = 0;
      for (const template of templates) {
        for (const language of Object.keys(template.languages)) {
          const key = `${template.name} ${language}`;
          const wording = `${key} ${JSON.stringify(template.languages[language])}`;
          if (held.has(key) || handedIn.has(wording)) continue;
          submissions += 1;
          if (submissions > mostSubmitted || monotonicMs() > until || signal.aborted) return false;
          try {
            const submitted = await within(
              longestAskMs,
              (limited) => source.submit(template, language, limited),
              signal,
            );
            handedIn.add(wording);
            log.info('template.submitted', { template: template.name, language, ...submitted });
          } catch (error) {
            log.warn('template.not-submitted', {
              template: template.name,
              language,
              error: error instanceof Error ? error.message : String(error),
            });
            return false;
          }
        }
      }
      await refresh(source);
      return true;
    },
  };
}
