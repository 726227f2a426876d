import type { Clearance } from '@ambit/sdk/clearance';
import type { Conversation } from '@ambit/sdk/conversation';
import type { Customer } from '@ambit/sdk/customer';
import type { OutboxMessage } from '@ambit/sdk/outbox-message';
import type { Turn, Verdict } from '@ambit/sdk/turn';
import { element, icon, refill, type Child } from './element.ts';
import { clockText, deliveryText, fullTime, outcomeText, phoneText, priceText } from './wording.ts';

/** Which foldable parts are open; kept while the conversation is shown. */
export type Unfolded = Set<string>;

/** Why everything in this conversation was said: the newest turn first. `marked`: the turn a person asked about. */
export function fillWhy(
  container: HTMLElement,
  conversation: Conversation,
  unfolded: Unfolded,
  marked: string | undefined,
): void {
  const top = container.scrollTop;
  refill(
    container,
    facts(conversation),
    conversation.turns.length === 0 && element('p', { class: 'note' }, 'No turn yet.'),
    ...conversation.turns.map((turn) =>
      turnCard(
        turn,
        conversation.outbox.filter((sent) => sent.turnId === turn.turnId),
        unfolded,
        turn.turnId === marked,
      ),
    ),
  );
  container.scrollTop = top;
}

/** Brings a turn into view. */
export function showTurn(container: HTMLElement, turnId: string): void {
  container.querySelector(`[data-turn="${CSS.escape(turnId)}"]`)?.scrollIntoView({ block: 'start' });
}

function facts({ contact, customer, windowClosesAt, timers, owner }: Conversation): HTMLElement {
  const phone = phoneText(contact);
  return table([
    ['Phone', phone === undefined ? 'not given by WhatsApp' : element('bdi', {}, phone)],
    contact.username === undefined ? undefined : ['User name', element('bdi', {}, contact.username)],
    contact.bsuid === undefined ? undefined : ['User id', element('bdi', { class: 'code' }, contact.bsuid)],
    ...(customer === undefined ? [] : customerFacts(customer)),
    ['Free replies until', windowClosesAt === undefined ? 'never opened' : fullTime(windowClosesAt)],
    ['Owner version', String(owner.version)],
    ...timers.map((timer): [string, Child] => [`Timer ${timer.name}`, fullTime(timer.dueAt)]),
  ]);
}

/** What the business keeps of them, a line each. */
function customerFacts(customer: Customer): readonly (readonly [string, Child] | undefined)[] {
  const { name, email, language, tags, notes, fields, subscriptions } = customer;
  const text = (value: string | number): Child => element('span', { dir: 'auto' }, String(value));
  return [
    name === undefined ? undefined : ['Customer', text(name)],
    email === undefined ? undefined : ['E-mail', element('bdi', {}, email)],
    language === undefined ? undefined : ['Language', element('bdi', {}, language)],
    tags.length === 0 ? undefined : ['Tags', text(tags.join(', '))],
    notes === undefined ? undefined : ['Notes', text(notes)],
    ...Object.entries(fields).map(([field, value]): readonly [string, Child] => [field, text(value)]),
    ...subscriptions.map((each): readonly [string, Child] => [
      `Subscription ${each.subscriptionId}`,
      text([each.plan, each.status, ...daysOf(each)].join(' · ')),
    ]),
  ];
}

function daysOf({ renewsOn, endsOn, pausedFrom, pausedUntil }: Customer['subscriptions'][number]) {
  return [
    pausedFrom === undefined ? undefined : `paused from ${pausedFrom}`,
    pausedUntil === undefined ? undefined : `paused until ${pausedUntil}`,
    renewsOn === undefined ? undefined : `renews ${renewsOn}`,
    endsOn === undefined ? undefined : `ends ${endsOn}`,
  ].filter((each) => each !== undefined);
}

function turnCard(
  turn: Turn,
  sent: readonly OutboxMessage[],
  unfolded: Unfolded,
  marked: boolean,
): HTMLElement {
  const { text, level } = outcomeText(turn.outcome);
  const { outcome, verdict } = turn;
  const task = outcome?.task ?? verdict?.task;
  return element(
    'article',
    { class: `turn${marked ? ' marked' : ''}`, 'data-turn': turn.turnId },
    element(
      'header',
      {},
      element('span', { class: `chip ${level}` }, text),
      task !== undefined && element('span', { class: 'code' }, task),
      element('time', { title: fullTime(turn.clockAt) }, clockText(turn.clockAt)),
    ),
    outcome?.why !== undefined && element('p', { dir: 'auto' }, outcome.why),
    outcome?.rule !== undefined &&
      element('p', {}, 'Rule ', element('span', { class: 'code' }, outcome.rule)),
    verdict !== undefined && verdictBlock(verdict),
    ...sent.map((message) => sentBlock(message, unfolded)),
    turn.withheld &&
      element(
        'p',
        { class: 'note' },
        'The customer took back a message of this turn, so its events are not shown.',
      ),
    turn.events.length > 0 &&
      fold(
        `events ${turn.turnId}`,
        unfolded,
        `Events (${turn.events.length})`,
        ...turn.events.map((event, index) =>
          fold(`event ${turn.turnId} ${index}`, unfolded, eventName(event), json(event)),
        ),
      ),
    turn.journal.length > 0 &&
      fold(
        `journal ${turn.turnId}`,
        unfolded,
        `Calls with effects (${turn.journal.length})`,
        ...turn.journal.map((entry) => json(entry)),
      ),
    element(
      'p',
      { class: 'note' },
      `${turn.fromSeq === turn.toSeq ? `Message ${turn.fromSeq}` : `Messages ${turn.fromSeq}–${turn.toSeq}`} · business version ${turn.businessVersion} · pack ${turn.pack}`,
      turn.closedAt !== undefined && ` · ${Math.max(0, Math.round(turn.closedAt - turn.openedAt))} ms`,
      turn.reopened > 0 && ' · took in a message that came meanwhile',
    ),
  );
}

function verdictBlock(verdict: Verdict): HTMLElement {
  const percent = Math.round(verdict.score * 100);
  const meter = element('meter', { min: 0, max: 1, value: verdict.score, 'aria-label': 'Score' });
  return element(
    'div',
    { class: 'verdict' },
    element(
      'p',
      {},
      'Scope: ',
      element('strong', {}, verdict.zone),
      verdict.task !== undefined && ' → ',
      verdict.task !== undefined && element('span', { class: 'code' }, verdict.task),
      element('span', { class: 'score' }, `${percent} %`),
    ),
    meter,
    verdict.runnersUp.length > 0 &&
      element(
        'p',
        { class: 'note' },
        `Next: ${verdict.runnersUp.map((next) => `${next.task} ${Math.round(next.score * 100)} %`).join(', ')}`,
      ),
    verdict.evidence.length > 0 &&
      element(
        'ul',
        { class: 'evidence' },
        ...verdict.evidence.map((line) => element('li', { dir: 'auto' }, line)),
      ),
  );
}

function sentBlock(message: OutboxMessage, unfolded: Unfolded): HTMLElement {
  const { clearance, pricing, problem } = message;
  const state = deliveryText(message.state);
  return element(
    'section',
    { class: 'sent' },
    element('p', { class: 'quote', dir: 'auto' }, message.text),
    element(
      'p',
      { class: `state ${message.state}` },
      icon(state.icon),
      state.text,
      message.attempts > 1 && ` · ${message.attempts} attempts`,
    ),
    problem !== undefined &&
      element(
        'p',
        { class: 'problem' },
        element('span', { dir: 'auto' }, problem.reason),
        element('span', { class: 'fix' }, problem.fix),
      ),
    clearance !== undefined &&
      fold(
        `clearance ${message.outboxId}`,
        unfolded,
        `${clearance.verdict === 'cleared' ? 'Cleared' : 'Refused'} by pack ${clearance.pack}: ${countPassed(clearance)}`,
        findings(clearance),
      ),
    clearance !== undefined &&
      table([
        ['Price, estimated', clearance.price === undefined ? 'unknown' : estimate(clearance.price)],
        [
          'Meta says',
          pricing === undefined
            ? 'nothing yet'
            : [pricing.category, pricing.type?.replaceAll('_', ' ')]
                .filter((part) => part !== undefined)
                .join(' · '),
        ],
        [
          'Window then',
          clearance.windowClosesAt === undefined
            ? 'never opened'
            : `open until ${fullTime(clearance.windowClosesAt)}`,
        ],
        [
          'Notice before it',
          clearance.disclosure === undefined
            ? 'not due'
            : element('span', { dir: 'auto' }, clearance.disclosure),
        ],
      ]),
  );
}

function estimate(price: NonNullable<Clearance['price']>): string {
  const why = price.amount === 0 ? price.type.replaceAll('_', ' ') : price.category;
  return `${priceText(price)} · ${why.replace(/^free /, '')} · ${price.market}`;
}

function countPassed(clearance: Clearance): string {
  const passed = clearance.findings.filter((finding) => finding.verdict === 'passed').length;
  return `${passed} of ${clearance.findings.length} rules passed`;
}

function findings(clearance: Clearance): HTMLElement {
  const row = (finding: Clearance['findings'][number]): HTMLElement =>
    element(
      'tr',
      { class: finding.verdict },
      element('td', { class: 'code' }, finding.rule),
      element('td', {}, finding.verdict),
      element('td', { dir: 'auto' }, finding.evidence),
    );
  return element(
    'div',
    { class: 'findings' },
    clearance.refusal !== undefined &&
      element(
        'p',
        { class: 'problem' },
        element('strong', {}, clearance.refusal.message),
        element('span', { class: 'fix' }, clearance.refusal.fix),
      ),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', {}, 'Rule'),
          element('th', {}, 'Verdict'),
          element('th', {}, 'Evidence'),
        ),
      ),
      element('tbody', {}, ...clearance.findings.map(row)),
    ),
  );
}

function fold(key: string, unfolded: Unfolded, summary: string, ...children: readonly Child[]): HTMLElement {
  const made = element(
    'details',
    { open: unfolded.has(key) },
    element('summary', { 'data-key': key }, summary),
    ...children,
  );
  made.addEventListener('toggle', () => {
    if (made.open) unfolded.add(key);
    else unfolded.delete(key);
  });
  return made;
}

function json(value: unknown): HTMLElement {
  return element('pre', { tabindex: 0 }, JSON.stringify(value, null, 2));
}

function eventName(event: unknown): string {
  if (typeof event !== 'object' || event === null || !('kind' in event)) return 'event';
  if (event.kind === 'settled' && 'result' in event && isKinded(event.result))
    return `settled: ${String(event.result.kind)}`;
  return String(event.kind);
}

function isKinded(value: unknown): value is { kind: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function table(rows: readonly (readonly [string, Child] | undefined)[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...rows.flatMap((row) =>
      row === undefined ? [] : [element('div', {}, element('dt', {}, row[0]), element('dd', {}, row[1]))],
    ),
  );
}
