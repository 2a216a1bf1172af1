/** Numbers and plurals of one language by Intl: what the sentences of a catalogue are built with. */
export function grammarOf(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const whole = fixedDigits(locale, 0);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    whole,
    tenths: fixedDigits(locale, 1),
    hundredths: fixedDigits(locale, 2),
    /** As many digits as it has, two at most: 1, 1.5, 0.75. */
    plain: (value: number): string => plain.format(value),
    /**
     * A measured number beside the limit it was judged by: with as many digits, from `digits` on, as it takes that what is
     * shown lies on the same side of the limit. 0.96 of 1.0 is never "1.0 of 1.0".
     */
    beside: (value: number, limit: number | null, digits: number): string => {
      const contradicts = (shown: number): boolean =>
        limit !== null && Number(value.toFixed(shown)) < limit !== value < limit;
      let shown = digits;
      while (shown < MOST_DIGITS && contradicts(shown)) shown += 1;
      return fixedDigits(locale, shown)(value);
    },
    /** "1 rep", "2 reps": the number with the form its language asks for. */
    counted: (n: number, forms: PluralForms): string =>
      `${whole(n)} ${forms[rules.select(n)] ?? forms.other}`,
  };
}

/** Nothing here is measured more finely than to a thousandth. */
const MOST_DIGITS = 3;

/** English has `one` and `other`; Polish adds `few` and `many`, Arabic all six. */
type PluralForms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

function fixedDigits(locale: string, digits: number): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => format.format(value);
}
