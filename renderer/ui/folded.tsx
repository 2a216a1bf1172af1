import { type ReactNode, useState } from 'react';

interface FoldedProps {
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: () => ReactNode;
}

/** What is there for who asks for it; drawn only then, for it may be long. */
export function Folded({ title, className, children }: FoldedProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children()}
    </details>
  );
}
