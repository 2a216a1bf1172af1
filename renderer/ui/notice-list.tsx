import { words } from '../../src/words/index.ts';
import { usePage } from '../page/use-page.ts';
import { useObservable } from '../state/observable.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import css from './notice-list.module.css';
import { toneClass } from './tone.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** Short-lived notices in a corner: refusals in words, what just happened and how to take it back. */
export function NoticeList() {
  const { notices } = usePage();
  const list = useObservable(notices.list);
  return (
    <div className={css.list} role="status">
      {list.map((notice) => (
        <div key={notice.id} className={classNames(css.notice, toneClass(notice.tone))}>
          <VerdictMark mark={notice.tone} className={css.mark ?? ''} />
          <span className={css.text}>{notice.text}</span>
          {notice.action && (
            <Button
              onClick={() => {
                notice.action?.run();
                notices.dismiss(notice.id);
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <Button kind="quiet" onClick={() => notices.dismiss(notice.id)}>
            {words.close}
          </Button>
        </div>
      ))}
    </div>
  );
}
