/** What the sensor sits on, asked with the lift. */
export const mounts = {
  label: 'The sensor sits on',
  hint: 'Asked once per lift. Choose, then pick the lift.',
  unsaid: 'The bar, as far as can be seen',
  names: {
    bar: 'The bar, just inside the collar',
    sleeve: 'The sleeve, off its axis',
    plate: 'A plate',
    belt: 'A belt, or the body',
    dumbbell: 'A dumbbell',
    stack: 'The weights of a machine',
  },
};
