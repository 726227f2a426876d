/**
 * The phrases of one language that the checks look for, in the notation of `phrasePattern`. Written
 * for this project. `harmless`: sayings that are taken out of a text before the others are looked
 * for ("my phone died", "table for four people").
 */
export type CheckPhrases = {
  /** The BCP 47 tag of the language they are in. */
  readonly language: string;
  /** Written without spaces between words. */
  readonly unspaced?: true;
  /** Texts without a letter of this script are not in this language. */
  readonly script: RegExp;
  readonly harmless: readonly string[];
  /** Somebody is in danger now. */
  readonly danger: readonly string[];
  /** Somebody thinks of harming themselves. */
  readonly selfHarm: readonly string[];
  readonly notPerson: readonly string[];
  /** A request for a human being. */
  readonly person: readonly string[];
  /** A wish for no more messages; never one to stop an order or a delivery. */
  readonly stop: readonly string[];
  /** An attempt to change what the agent is for. */
  readonly injection: readonly string[];
  /** An insult or something sexual, meant for whoever reads it. */
  readonly harassment: readonly string[];
  /** A threat or an angry complaint. */
  readonly complaint: readonly string[];
  /** Whether a person or a machine answers. */
  readonly isBot: readonly string[];
  /** A request about one's own data: to see it, to have it deleted or corrected, to take a consent back. */
  readonly privacy: readonly string[];
  /** What the agent can do. */
  readonly abilities: readonly string[];
};
