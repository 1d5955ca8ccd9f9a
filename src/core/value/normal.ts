/**
 * The standard normal distribution function Φ(z), to about 15 digits: W. J. Cody's rational approximations as arranged by
 * J. F. Hart, in G. West, "Better approximations to cumulative normal functions", Wilmott (2005).
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const density = Math.exp((-x * x) / 2);
  let tail: number;
  if (x < 7.071_067_811_865_47) {
    let top = 3.526_249_659_989_11e-2 * x + 0.700383064443688;
    top = top * x + 6.373_962_203_531_65;
    top = top * x + 33.912_866_078_383;
    top = top * x + 112.079_291_497_871;
    top = top * x + 221.213_596_169_931;
    top = top * x + 220.206_867_912_376;
    let bottom = 8.838_834_764_831_84e-2 * x + 1.755_667_163_182_64;
    bottom = bottom * x + 16.064_177_579_207;
    bottom = bottom * x + 86.780_732_202_946_1;
    bottom = bottom * x + 296.564_248_779_674;
    bottom = bottom * x + 637.333_633_378_831;
    bottom = bottom * x + 793.826_512_519_948;
    bottom = bottom * x + 440.413_735_824_752;
    tail = (density * top) / bottom;
  } else {
    const series = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
    tail = density / series / 2.506_628_274_631;
  }
  return z > 0 ? 1 - tail : tail;
}

/**
 * The quantile of the standard normal distribution, Φ⁻¹(p), to about 1e-15: algorithm AS 241 (PPND16), M. J. Wichura,
 * "The percentage points of the normal distribution", Applied Statistics 37 (1988).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * central(r)) / centralUnder(r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? near(r - 1.6) : far(r - 5);
  return q < 0 ? -z : z;
}

const central = (r: number): number =>
  ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
    13731.69376550946) *
    r +
    1971.5909503065513) *
    r +
    133.14166789178438) *
    r +
  3.3871328727963665;

const centralUnder = (r: number): number =>
  ((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
    5394.196021424751) *
    r +
    687.1870074920579) *
    r +
    42.31333070160091) *
    r +
  1;

const near = (r: number): number =>
  (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
    3.6478483247632045) *
    r +
    5.769497221460691) *
    r +
    4.630337846156546) *
    r +
    1.4234371107496835) /
  (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r +
    0.6897673349851) *
    r +
    1.6763848301838038) *
    r +
    2.053191626637759) *
    r +
    1);

const far = (r: number): number =>
  (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
    r +
    0.29656057182850487) *
    r +
    1.7848265399172913) *
    r +
    5.463784911164114) *
    r +
    6.657904643501103) /
  (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
    r +
    0.014875361290850615) *
    r +
    0.1369298809227358) *
    r +
    0.599832206555888) *
    r +
    1);
