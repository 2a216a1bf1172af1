import { Component, type ReactNode } from 'react';
import { words } from '../../src/words/index.ts';
import { Button } from '../ui/button.tsx';
import css from './error-boundary.module.css';

interface ErrorBoundaryProps {
  /** Another screen is another chance: the error is forgotten when this changes. */
  readonly screen: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly broken: boolean;
}

/**
 * A screen that breaks, or whose files are gone because Lockout was updated under it, says so and offers to load
 * again; the rail and the sounds go on. React has no hook for this: it takes a class.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { broken: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.screen !== this.props.screen && this.state.broken) this.setState({ broken: false });
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={css.broken} role="alert">
        <h1>{words.broken.title}</h1>
        <p>{words.broken.detail}</p>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {words.broken.reload}
        </Button>
      </div>
    );
  }
}
