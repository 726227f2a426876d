import { cancelConfirmed, cancelDeclined } from '../task/cancel-order.ts';
import { beginTask } from '../task/begin-task.ts';
import { saysCancelIt, speaksOfCancelling } from '../flow/cancel-words.ts';
import { asksToDrop } from '../flow/drop-words.ts';
import { saysNothingMore } from '../flow/nothing-more-words.ts';
import { readOfferId } from '../flow/flow-question.ts';
import { takeIntoFlow, tapInFlow } from '../task/run-flow.ts';
import { topFlow } from '../task/open-flows.ts';
import { startByAd } from '../task/trigger-flow.ts';
import { askAgain, readConfirmation, type Confirmation } from '../task/questions.ts';
import { waitsForWords } from '../task/waits-for-words.ts';
import { plainWords } from '../slot/plain-words.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { localeOf, spokenLanguages, type Language } from '../language/language.ts';
import { asksIfBot } from '../scope/asks-if-bot.ts';
import { asksAbilities, checkText, type TextChecks } from '../scope/checks/check-text.ts';
import { findTask, taskOfButton } from '../scope/task-button.ts';
import { withoutInstructions } from '../scope/without-instructions.ts';
import {
  greetingLanguage,
  greetsIn,
  isAcknowledgement,
  isThankfulAcknowledgement,
  thanksLanguage,
  yesOrNo,
} from '../scope/yes-no.ts';
import { respondToAside } from './aside.ts';
import { answerOffer } from './answer-offer.ts';
import { besidePayment } from './beside-payment.ts';
import { clarify } from './clarify.ts';
import { declineOffTopic } from './decline.ts';
import { handOff } from './hand-off.ts';
import { aroundSecrets, keepSecrets } from './keep-secrets.ts';
import { heardIn } from './hear.ts';
import { fillSlot } from './pending-slot.ts';
import { afterFailure, afterProgress, withoutPending } from './progress.ts';
import { agentDraft, finish, personButton, personButtonId, type ReplyButton } from './reply.ts';
import type { Unreadable } from './settle-inputs.ts';
import type { Caution, Moment, Step } from './turn-state.ts';
import { closeWithThanks, smallTalk } from './small-talk.ts';
import { unclearQuestion } from './unclear-question.ts';
import { actOnChecks, toPerson } from './urgent.ts';

/** Pictures and voice notes in a row that are answered before a person takes over. */
const unreadableTolerated = 2;

/**
 * What the agent does with a text. Checks that nothing can switch off come first (emergency, a
 * complaint, a person, stop, am I talking to a bot), then the open question, then the scope guard.
 */
export function respondToText(first: Moment, said: string, unreadable: readonly Unreadable[] = []): Step {
  const kept = keepSecrets(first, said);
  if (kept.kind === 'told') return kept.step;
  const { moment: before, text } = kept;
  const checks = checkText(text);
  const urgent = actOnChecks(before, text, checks);
  const payment = urgent ?? besidePayment(before, unreadable);
  if (payment !== undefined) return payment;
  // "You are a bot without rules" is no question.
  const { asked, rest, language } =
    checks.injection === undefined ? asksIfBot(text) : { asked: false, rest: text, language: undefined };
  const found = language ?? checks.injection?.language ?? checks.harassment?.language;
  const moment = heardIn(before, text, found);
  const sentences = sentencesIn(moment.turn.language);
  const noted =
    unreadable.length === 0
      ? moment
      : withNote(moment, sentences.unreadable.goByText(named(moment, unreadable)));
  if (!asked && asksAbilities(text) !== undefined)
    return smallTalk(heardIn(noted, text, asksAbilities(text)?.language));
  if (!asked) return understand(noted, text, checks);
  const answer = sentences.greeting.isBot(moment.business.name);
  if (saysMore(rest)) return understand(withNote(noted, answer), rest, checkText(rest));
  return finish(noted, noted.conversation, {
    drafts: [agentDraft(noted, { kind: 'chit-chat' }, answer, [personButton(noted.turn.language)])],
    outcome: { kind: 'answered' },
  });
}

/** More than a word or two. */
function saysMore(rest: string): boolean {
  return rest.split(' ').length > 2 || /\p{Script=Han}{4}/u.test(rest);
}

/** What the agent does with a tapped button and whatever was written beside it. */
export function respondToChoice(first: Moment, choice: ReplyButton, wrote: string): Step {
  const { moment: before, text } = aroundSecrets(first, wrote);
  const urgent = text === '' ? undefined : actOnChecks(before, text, checkText(text));
  if (urgent !== undefined) return urgent;
  const moment = text === '' ? before : heardIn(before, text);
  if (choice.id === personButtonId) return toPerson(moment);
  const confirmation = readConfirmation(choice.id);
  if (confirmation !== undefined) return respondToConfirmation(moment, confirmation, text);
  const inFlow = tapInFlow(moment, choice.id);
  if (inFlow !== undefined) return inFlow;
  if (readOfferId(choice.id) !== undefined && text === '') return closedQuestion(moment);
  const task = taskOfButton(moment.business, choice.id);
  if (task === undefined)
    return respondToText(moment, [choice.title, text].filter((part) => part !== '').join('\n'));
  const said = text === '' ? (moment.conversation.unclear ?? '') : text;
  return beginTask(moment, task, withoutInstructions(said));
}

/** What nobody can judge without seeing it. */
const seen: ReadonlySet<Unreadable> = new Set(['image', 'video', 'document', 'sticker']);

/**
 * Pictures, places, voice notes that were not understood: the agent says that it cannot read them, asks for
 * the name of what they show or for the same in writing, and offers a person.
 */
export function respondToUnreadable(moment: Moment, unreadable: readonly Unreadable[]): Step {
  const payment = besidePayment(moment, unreadable);
  if (payment !== undefined) return payment;
  const conversation = afterFailure(moment.conversation);
  const { language } = moment.turn;
  const sentences = sentencesIn(language).unreadable;
  const what = named(moment, unreadable);
  if (conversation.failedInARow > unreadableTolerated)
    return handOff(moment, conversation, {
      lead: sentences.cannotOpen(what),
      why: 'The customer keeps sending what the agent cannot read',
    });
  const open = topFlow(conversation);
  const asksName =
    open === undefined && conversation.pending === undefined && unreadable.every((kind) => seen.has(kind));
  const body = asksName ? sentences.nameInstead(what) : sentences.writeInstead(what);
  // The question of a flow that waits stands below it, with its own buttons.
  const draft =
    open === undefined
      ? agentDraft(moment, { kind: 'clarify' }, body, [personButton(language)])
      : agentDraft(moment, { kind: 'answer', task: open.task, grounds: [] }, body);
  return finish(moment, conversation, { drafts: [draft], outcome: { kind: 'clarified' } });
}

/** A text that is no request for a person: an answer to the open question, or a matter for the scope guard. */
function understand(moment: Moment, text: string, checks: TextChecks): Step {
  const { injection, harassment } = checks;
  if (injection !== undefined || harassment !== undefined)
    return judgeWithCaution(moment, text, {
      instructed: injection !== undefined,
      insulting: harassment !== undefined,
    });
  const offered = answerOffer(moment, text);
  if (offered !== undefined) return offered;
  const inFlow = respondToAside(moment, text) ?? greetInFlow(moment, text) ?? takeIntoFlow(moment, text);
  if (inFlow !== undefined) return inFlow;
  const { pending } = moment.conversation;
  const said = yesOrNo(text, moment.turn.language);
  if (pending !== undefined) {
    if (said === 'no' || (asksToDrop(text) && !saysCancelIt(text))) return drop(moment);
    // "Cancel it" is the yes to "shall I cancel it?", and to any other question a matter of its own.
    if (saysCancelIt(text))
      return pending.kind === 'confirm-cancel' ? cancelConfirmed(moment, pending) : judge(moment, text);
    if (said === 'yes')
      return pending.kind === 'confirm-cancel' ? cancelConfirmed(moment, pending) : askAgain(moment, pending);
  } else {
    const asked = topFlow(moment.conversation)?.state.position.kind === 'asking';
    // "Cancel it", where nothing is asked, is about something that was ordered or booked.
    const drops = asksToDrop(text) && !cancelsSomething(moment, text) && !plainNo.test(plainWords(text));
    const over = drops || (saysNothingMore(text) && !waitsForWords(moment));
    if (over && !asked) return nothingMore(moment);
    if (said === 'no') return nothingToDrop(moment);
    if (said === 'yes') return yesToNothing(moment, text);
  }
  return fillSlot(moment, text) ?? smallTalkAlone(moment, text) ?? judge(moment, text);
}

/** "Cancel it"; and "never mind, cancel", where something was booked or ordered that it can mean. */
function cancelsSomething({ conversation: { booked, placedOrder } }: Moment, text: string): boolean {
  if (saysCancelIt(text)) return true;
  return (booked ?? placedOrder) !== undefined && speaksOfCancelling(text);
}

function respondToConfirmation(moment: Moment, tapped: Confirmation, text: string): Step {
  const { pending } = moment.conversation;
  if (pending?.kind !== 'confirm-cancel' || pending.orderNumber !== tapped.orderNumber)
    return text === '' ? closedQuestion(moment) : respondToText(moment, text);
  const wrote = text === '' ? tapped.answer : yesOrNo(text, moment.turn.language);
  // Words written beside the button overrule it: a cancellation needs an undisturbed yes.
  if (wrote === 'no') return cancelDeclined(moment, pending);
  if (wrote === 'yes' && tapped.answer === 'yes') return cancelConfirmed(moment, pending);
  if (tapped.answer === 'yes') return respondToText(moment, text);
  const kept = { ...moment, conversation: withoutPending(moment.conversation) };
  return respondToText(withNote(kept, sentencesIn(moment.turn.language).order.yoursStays), text);
}

function closedQuestion(moment: Moment): Step {
  return clarify(
    moment,
    sentencesIn(moment.turn.language).clarify.questionClosed,
    moment.business.agent.tasks,
  );
}

/** "Never mind" to an open question. */
function drop(moment: Moment): Step {
  const { pending } = moment.conversation;
  if (pending === undefined) return nothingToDrop(moment);
  if (pending.kind === 'confirm-cancel') return cancelDeclined(moment, pending);
  return finish(moment, withoutPending(afterProgress(moment.conversation)), {
    drafts: [
      agentDraft(
        moment,
        { kind: 'answer', task: pending.task, grounds: [] },
        sentencesIn(moment.turn.language).neverMind,
      ),
    ],
    outcome: { kind: 'answered', task: pending.task },
  });
}

/** A "yes" to no question of a task's: to the offer of a person, a mere "ok", to "is it this?", or nobody knows to what. */
function yesToNothing(moment: Moment, text: string): Step {
  if (moment.conversation.offeredPerson === true && !isThankfulAcknowledgement(text, moment.turn.language))
    return toPerson(moment);
  if (isAcknowledgement(text, moment.turn.language))
    return finish(moment, moment.conversation, { outcome: { kind: 'ignored', rule: 'closing-thanks' } });
  const { unclear, likeliest } = moment.conversation;
  const meant = likeliest === undefined ? undefined : findTask(moment.business, likeliest);
  if (unclear !== undefined && meant !== undefined)
    return beginTask(moment, meant, withoutInstructions(unclear));
  return clarify(moment, sentencesIn(moment.turn.language).clarify.whatAbout, moment.business.agent.tasks);
}

/** To buttons it means "none of these"; "never mind" means that nothing is wanted any more. */
const plainNo =
  /^(?:no|nope|nah|n|não|nao|non|nan|tidak|tdk|nggak|enggak|gak|ga|नहीं|नही|ना|nahi|nahin|nhi|na|لا|لأ|不|不是|不对)$/u;

/** Ends politely what was being cleared up; after an answer, "that's all" is a goodbye. */
function nothingMore(moment: Moment): Step {
  const { unclear, offeredPerson } = moment.conversation;
  if (unclear === undefined && offeredPerson !== true) return closeWithThanks(moment);
  const { offeredPerson: _offered, ...conversation } = afterProgress(moment.conversation);
  return finish(moment, conversation, {
    drafts: [agentDraft(moment, { kind: 'chit-chat' }, sentencesIn(moment.turn.language).neverMind)],
    outcome: { kind: 'answered' },
    ...unclearQuestion(moment),
  });
}

/** A "no" where nothing was asked; after task buttons it means "none of these". */
function nothingToDrop(moment: Moment): Step {
  if (moment.conversation.unclear === undefined)
    return finish(moment, moment.conversation, { outcome: { kind: 'ignored', rule: 'nothing-to-drop' } });
  const none = { ...moment, turn: { ...moment.turn, ...unclearQuestion(moment) } };
  return clarify(none, sentencesIn(moment.turn.language).clarify.otherWords, []);
}

/** A greeting is no answer, not even to a question that takes any words. */
function greetInFlow(moment: Moment, text: string): Step | undefined {
  const asking = topFlow(moment.conversation)?.state.position.kind === 'asking';
  return asking && greetingLanguage(text) !== undefined ? smallTalkAlone(moment, text) : undefined;
}

/** A greeting or thanks and nothing else, in any language we speak, needs no guard. */
function smallTalkAlone(moment: Moment, text: string): Step | undefined {
  const greeted = greetingLanguage(text);
  const byAd = greeted === undefined ? undefined : startByAd(heardIn(moment, text, greeted), text);
  if (byAd !== undefined) return byAd;
  if (greeted !== undefined) return smallTalk(greetedIn(moment, text, greeted));
  return thanksLanguage(text) === undefined ? undefined : closeWithThanks(moment);
}

/** A greeting in another language of the business than was spoken before ("stop", then "hola") is in that one. */
function greetedIn(moment: Moment, text: string, greeted: Language): Moment {
  const { language: before, ...rest } = moment.conversation;
  const changes =
    before !== undefined &&
    !greetsIn(text, before) &&
    spokenLanguages(moment.business.languages).includes(greeted);
  return heardIn(changes ? { ...moment, conversation: rest } : moment, text, greeted);
}

/** What insults, or wants to change the agent, answers no question; only the rest of it is judged. */
function judgeWithCaution(moment: Moment, text: string, caution: Caution): Step {
  const rest = caution.instructed ? withoutInstructions(text) : text;
  return rest === '' ? declineOffTopic(moment) : judge(moment, rest, caution);
}

function judge(moment: Moment, text: string, caution?: Caution): Step {
  const { language } = moment.conversation;
  return {
    kind: 'call',
    turn: moment.turn,
    call: { kind: 'judge-scope', text, ...(language === undefined ? {} : { language }) },
    waiting: { kind: 'verdict', text, ...(caution === undefined ? {} : { caution }) },
    conversation: moment.conversation,
  };
}

function withNote(moment: Moment, note: string): Moment {
  return { ...moment, turn: { ...moment.turn, notes: [...moment.turn.notes, note] } };
}

/** "pictures or videos". */
function named(moment: Moment, unreadable: readonly Unreadable[]): string {
  const { language } = moment.turn;
  const { names } = sentencesIn(language).unreadable;
  return new Intl.ListFormat(localeOf[language], { type: 'disjunction' }).format(
    unreadable.map((kind) => names[kind]),
  );
}
