import { expect, test } from 'vitest';
import type { Matrix } from './invert-matrix.ts';
import { fitRidge, fitTwoClasses, leaveOneOut, predict } from './ridge.ts';

/** A kernel of six points on a line. */
const points = [0, 0.2, 0.5, 1.2, 1.3, 1.6];
const labels = [0, 0, 0, 1, 1, 1];
const alike = (a: number, b: number): number => Math.exp(-((a - b) ** 2));
const kernelOf = (chosen: readonly number[]): Matrix =>
  Float64Array.from(chosen.flatMap((a) => chosen.map((b) => alike(a, b))));
const fit = (chosen: readonly number[], of: readonly number[]) =>
  fitRidge(kernelOf(chosen), of, { classes: 2, self: 1, strict: 2 });

test('leaving one out in closed form is the same as fitting without it', () => {
  const all = leaveOneOut(fit(points, labels));
  for (const [left, point] of points.entries()) {
    const others = points.filter((_, at) => at !== left);
    const ridge = fit(
      others,
      labels.filter((_, at) => at !== left),
    );
    const refitted = predict(
      ridge,
      Float64Array.from(others, (other) => alike(point, other)),
    );
    expect(all[left]?.fits[0]).toBeCloseTo(refitted.fits[0] ?? NaN, 10);
    expect(all[left]?.fits[1]).toBeCloseTo(refitted.fits[1] ?? NaN, 10);
    expect(all[left]?.variance).toBeCloseTo(refitted.variance, 10);
  }
});

test('a point far from all examples fits nothing and is unknown', () => {
  const ridge = fit(points, labels);
  const far = predict(
    ridge,
    Float64Array.from(points, (point) => alike(point, 50)),
  );
  expect(Math.max(...far.fits)).toBeCloseTo(0);
  expect(far.variance).toBeCloseTo(1);
});

test('two classes without variance are the difference of one class against the other', () => {
  const signs = labels.map((label) => (label === 0 ? 1 : -1));
  const { weights, left } = fitTwoClasses(kernelOf(points), signs);
  const ridge = fit(points, labels);
  const [inside, outside] = ridge.weights;
  for (const at of points.keys()) {
    expect(weights[at]).toBeCloseTo((inside?.[at] ?? NaN) - (outside?.[at] ?? NaN), 10);
    const { fits } = leaveOneOut(ridge)[at] ?? { fits: [] };
    expect(left[at]).toBeCloseTo((fits[0] ?? NaN) - (fits[1] ?? NaN), 10);
  }
});
