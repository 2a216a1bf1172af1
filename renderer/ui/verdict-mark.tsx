import type { Tone } from '../../src/contract/live-set.ts';

/** What a mark can say: the tones, plus a rep in progress, a failed one, a missed hold, and nothing judged. */
export type Mark = Tone | 'provisional' | 'failed' | 'missed' | 'plain';

const SHAPES: Record<Mark, React.ReactNode> = {
  // A full disc, three quarters of one, half of one: the shape is the range.
  full: <circle cx="10" cy="10" r="8" fill="currentColor" />,
  short: <path d="M10 2a8 8 0 1 1-8 8h8z" fill="currentColor" />,
  partial: (
    <>
      <path d="M2 10a8 8 0 0 0 16 0z" fill="currentColor" />
      <path d="M2.9 10a7.1 7.1 0 0 1 14.2 0" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  unsure: (
    <>
      <circle cx="10" cy="10" r="7.1" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path
        d="M7.6 8.1a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.4v.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <circle cx="10" cy="14.4" r="1.15" fill="currentColor" />
    </>
  ),
  dropped: <path d="M8 2h4v8h4.5L10 18 3.5 10H8z" fill="currentColor" />,
  over: <path d="M10 2l6.5 8H12v8H8v-8H3.5z" fill="currentColor" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.1" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M10 9v5.2" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="10" cy="6" r="1.2" fill="currentColor" />
    </>
  ),
  warning: (
    <>
      <path d="M10 2.6L18 17H2z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
      <path d="M10 8v4" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="10" cy="14.6" r="1.1" fill="currentColor" />
    </>
  ),
  // A ring that was let go: open at the top.
  missed: (
    <path
      d="M14.2 4.2a7.1 7.1 0 1 1-8.4 0"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
    />
  ),
  provisional: (
    <circle
      cx="10"
      cy="10"
      r="7"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="4.4 2.9"
    />
  ),
  failed: (
    <path
      d="M4 4l12 12M16 4L4 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
    />
  ),
  plain: <rect x="4" y="8.4" width="12" height="3.2" rx="1.6" fill="currentColor" />,
};

/** The shape of a verdict, in the colour of the text around it. Always beside its word. */
export function VerdictMark({ mark, className }: { readonly mark: Mark; readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 20 20" width="1.1em" height="1.1em" aria-hidden="true">
      {SHAPES[mark]}
    </svg>
  );
}
