import { FeatureNumbers } from './feature-numbers.ts';

/** A vector of length 1 that is 0 but in some places. */
export type SparseVector = { readonly places: readonly number[]; readonly values: readonly number[] };

/** Puts a vector together; the same for one after the other. */
export class SparseVectorBuilder {
  readonly #numbers = new FeatureNumbers();
  #values: number[] = [];

  /** What is set in a place twice has the second value. */
  set(place: number, value: number): void {
    this.#values[this.#numbers.take(place)] = value;
  }

  /** What was set, scaled to length 1; nothing is set from then on. */
  take(): SparseVector {
    const places = this.#numbers.keys.slice();
    const values = this.#values;
    this.#numbers.clear();
    this.#values = [];
    let squares = 0;
    for (const value of values) squares += value * value;
    const length = Math.sqrt(squares);
    for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
    return { places, values };
  }
}
