import { useEffect, useRef } from 'react';
import { usePage, useStation } from '../../page/use-page.ts';
import { onEveryPicture } from '../../state/every-picture.ts';
import { REFERENCE_SHARE } from './rep-view.ts';

/** The bottom of a rise is looked for this far back from where it was noticed, s. */
const LOOK_BACK_S = 1.5;
/** Without a reference a rise fills its place as if a full rep were this high, m: the middle of 25-38 cm. */
const USUAL_ROM_M = 0.3;

/** The fill of a rep on its way up: follows the bar itself, frame by frame, without React. */
export function LiveFill({ className }: { readonly className: string }) {
  const { trace } = usePage();
  const reference_m = useStation()?.setup.reference?.rom_m ?? null;
  const fill = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let bottom_m = Number.POSITIVE_INFINITY;
    const from_s = (trace.newest_s ?? 0) - LOOK_BACK_S;
    for (let i = trace.length - 1; i >= 0 && trace.t_s(i) >= from_s; i--)
      bottom_m = Math.min(bottom_m, trace.height_m(i));
    let top_m = bottom_m;
    const draw = (): void => {
      if (trace.length === 0 || !fill.current) return;
      const height_m = trace.height_m(trace.length - 1);
      top_m = Math.max(top_m, height_m);
      const full_m = reference_m ?? Math.max(USUAL_ROM_M, top_m - bottom_m);
      const share = Math.max(0, Math.min(1, ((top_m - bottom_m) / full_m) * REFERENCE_SHARE));
      // cut from a full one: another height would lay out the whole strip, sixty times a second
      fill.current.style.clipPath = `inset(${(1 - share) * 100}% 0 0 round var(--r-small))`;
    };
    draw();
    return onEveryPicture(draw);
  }, [trace, reference_m]);
  return <span ref={fill} className={className} style={{ height: '100%', clipPath: 'inset(100% 0 0)' }} />;
}
