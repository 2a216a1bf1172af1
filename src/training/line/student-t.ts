/** Terms of the continued fraction; it settles in far fewer where it is used, within the fold of `betaShare`. */
const MOST_TERMS = 200;
/** Halvings of the interval a quantile is searched in: past the precision of a number. */
const HALVINGS = 100;
/** Lanczos (1964) with g = 7 and nine terms: ln gamma to 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The value a Student t variable of `degrees` stays below with `probability`; above 0 for more than a half. */
export function tQuantile(probability: number, degrees: number): number {
  if (probability < 0.5) return -tQuantile(1 - probability, degrees);
  let low = 0;
  let high = 1;
  while (tBelow(high, degrees) < probability) high *= 2;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (tBelow(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Abramowitz and Stegun 26.7.1; t at or above 0. */
const tBelow = (t: number, degrees: number): number =>
  1 - betaShare(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;

/** Regularised incomplete beta function, Abramowitz and Stegun 26.5.8 by Lentz's method. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // the fraction settles quickly below the mean only
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(
    lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(1 - x) - Math.log(a),
  );
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) break;
  }
  return front * fraction;
}

function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const [first = 1, ...rest] = LANCZOS;
  const sum = rest.reduce((total, term, i) => total + term / (x + i), first);
  const t = x + LANCZOS.length - 2.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
