import type { Stage } from '../stage.ts';

/** Something that goes wrong in a round. It ends when what it broke is whole again, or goes on by itself. */
export type Fault = {
  readonly name: string;
  /** What comes after it is not the same round any more: it comes late. */
  readonly late?: boolean;
  readonly happen: (stage: Stage) => Promise<void>;
};
