/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor.
 * `matrix`: rows after rows. Throws if it is not positive definite.
 */
export function invertMatrix(matrix: Float64Array, size: number): Float64Array {
  const lower = invertLower(choleskyFactor(matrix, size), size);
  const inverse = new Float64Array(size * size);
  for (let each = 0; each < size; each += 1) {
    const from = each * size;
    for (let row = 0; row <= each; row += 1) {
      const factor = lower[from + row] ?? 0;
      const to = row * size;
      for (let column = 0; column <= row; column += 1)
        inverse[to + column] = (inverse[to + column] ?? 0) + factor * (lower[from + column] ?? 0);
    }
  }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < row; column += 1)
      inverse[column * size + row] = inverse[row * size + column] ?? 0;
  return inverse;
}

/** The lower triangular L with L Lᵀ = matrix. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      const left = row * size;
      const right = column * size;
      for (let each = 0; each < column; each += 1)
        sum -= (factor[left + each] ?? 0) * (factor[right + each] ?? 0);
      if (row !== column) factor[left + column] = sum / (factor[right + column] ?? 1);
      else if (sum > 0) factor[left + row] = Math.sqrt(sum);
      else throw new Error(`The matrix is not positive definite (row ${row} of ${size})`);
    }
  }
  return factor;
}

/** The inverse of a lower triangular matrix, itself lower triangular. */
export function invertLower(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const to = row * size;
    inverse[to + row] = 1;
    for (let each = 0; each < row; each += 1) {
      const share = factor[to + each] ?? 0;
      const from = each * size;
      for (let column = 0; column <= each; column += 1)
        inverse[to + column] = (inverse[to + column] ?? 0) - share * (inverse[from + column] ?? 0);
    }
    const pivot = factor[to + row] ?? 1;
    for (let column = 0; column <= row; column += 1)
      inverse[to + column] = (inverse[to + column] ?? 0) / pivot;
  }
  return inverse;
}
