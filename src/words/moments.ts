/** How a computer writes moments: its locale, and whether it counts hours to 12 or to 24. */
export type SystemTime = Pick<Intl.ResolvedDateTimeFormatOptions, 'locale' | 'hourCycle'>;

/** As the system was set up: by the locale it is said to have, else by the one this program runs in. */
export function systemTime(locale?: string | null): SystemTime {
  const said = locale?.replaceAll('_', '-') || undefined;
  try {
    return new Intl.DateTimeFormat(said, { hour: 'numeric' }).resolvedOptions();
  } catch {
    // no locale at all, "C" or "POSIX.UTF-8"
    return systemTime();
  }
}

/**
 * Days and times in the words' language, in the order and by the clock of the system: 30 Nov, 14:05 in Britain and in Germany,
 * Nov 30, 2:05 PM in the United States. The year is told where it is not the one of `now_epoch_ms`.
 */
export function momentsIn(language: string, { locale, hourCycle }: SystemTime) {
  const region = new Intl.Locale(locale).maximize().region;
  const own = new Intl.Locale(language, region === undefined ? {} : { region }).toString();
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(own, options);
    // the clock's narrow no-break space is a box in fonts that lack it
    return (epoch_ms: number): string => format.format(epoch_ms).replaceAll('\u202f', '\u00a0');
  };
  const date = { day: 'numeric', month: 'short' } as const;
  const year = { year: 'numeric' } as const;
  // 9:05 AM, but 09:05
  const hour = hourCycle === 'h23' || hourCycle === 'h24' ? '2-digit' : 'numeric';
  const time = { hour, minute: '2-digit', ...(hourCycle && { hourCycle }) } as const;
  const unlessThis =
    (short: (epoch_ms: number) => string, whole: (epoch_ms: number) => string) =>
    (epoch_ms: number, now_epoch_ms: number): string =>
      new Date(epoch_ms).getFullYear() === new Date(now_epoch_ms).getFullYear()
        ? short(epoch_ms)
        : whole(epoch_ms);
  const [day, dayTime, dayOfMonth] = [
    write({ ...date, ...year }),
    write({ ...date, ...year, ...time }),
    write(date),
  ];
  return {
    day,
    dayTime,
    dayOfMonth,
    dayThisYear: unlessThis(dayOfMonth, day),
    dayTimeThisYear: unlessThis(write({ ...date, ...time }), dayTime),
    month: write({ month: 'short' }),
    monthOfYear: write({ month: 'short', year: '2-digit' }),
  };
}
