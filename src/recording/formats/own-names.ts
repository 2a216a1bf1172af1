/** What columns are called by people and by apps that speak their language, in plain form (header.ts): without accents. */
const TIME = [
  ...[
    't',
    'time',
    'timestamp',
    'time ?stamp',
    'time since ?start',
    'date ?time',
    'elapsed',
    'elapsed time',
    'time elapsed',
  ],
  ...[
    'seconds elapsed',
    'seconds',
    'epoch',
    'zeit',
    'zeitstempel',
    'temps',
    'tiempo',
    'tempo',
    'tijd',
    'czas',
  ],
  ...['tid', 'cas', 'ido', 'время', '时间', '時間'],
];
const ACCELERATION = [
  ...['a', 'acc', 'accel', 'acceleration', 'accelerometer', 'total ?acc(?:eleration)?', 'beschleunigung'],
  ...[
    'aceleracion',
    'accelerazione',
    'aceleracao',
    'versnelling',
    'przyspieszenie',
    'acceleratie',
    'zrychleni',
  ],
  ...['ускорение', '加速度'],
];
const LINEAR = [
  ...['(?:la|lin|linear|user|free|ua)(?: ?(?:acc|accel|acceleration))?', 'lineare beschleunigung'],
  ...['acceleration lineaire', 'aceleracion lineal', 'accelerazione lineare', 'aceleracao linear'],
  ...['lineaire versnelling', '线性加速度', '直線加速度'],
];
const RATE = [
  ...['g', 'w', 'gyr', 'gyro', 'gyroscope', 'gyroskop', 'giroscopio', 'omega', 'rot', 'rotation'],
  ...[
    'rotation ?rate',
    'angular ?(?:rate|velocity)',
    'drehrate',
    'drehgeschwindigkeit',
    'winkelgeschwindigkeit',
  ],
  ...['vitesse angulaire', 'velocidad angular', 'velocita angolare', 'velocidade angular'],
  ...['hoeksnelheid', 'predkosc katowa', 'угловая скорость', '角速度'],
];
const AXIS = '(?: ?(?:axis|achse|axe|eje|asse|eixo|as|os))?';

const named = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`);
/** The axis before or after the name. */
const ofAxis = (names: readonly string[]): RegExp =>
  new RegExp(`^(?:${names.join('|')}) ?([xyz])${AXIS}$|^([xyz])${AXIS} (?:${names.join('|')})$`);

export const TIME_KEY = named(TIME);
export const ACCEL_KEY = ofAxis(ACCELERATION);
export const LINEAR_KEY = ofAxis(LINEAR);
export const GRAVITY_KEY = ofAxis(['grav', 'gravity', 'schwerkraft', 'gravite', 'gravedad']);
export const RATE_KEY = ofAxis(RATE);
/** The axis and nothing else: the unit alone says what it is. */
export const BARE_AXIS = /^([xyz])(?: ?axis)?$/;
/** A column that says which sensor a row is of. */
export const DEVICE_KEYS = [
  ...['sensor', 'sensor id', 'sensor name', 'device', 'device id', 'device name', 'devicename', 'mac'],
  ...['mac address', 'address', 'node', 'node id', 'serial', 'serial number'],
];
