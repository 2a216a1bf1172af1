/**
 * Runs in the page: texts whose boxes intersect, texts that leave the box they are clipped by or the window, and places that
 * scroll where they should not. Only what can be seen counts.
 */
export function misplacedTexts(): string[] {
  const SLACK_PX = 1.5;
  const found: string[] = [];
  const name = (text: string): string => `"${text.trim().slice(0, 40)}"`;
  const root = document.scrollingElement;
  if (root && root.scrollWidth > root.clientWidth + 1) found.push('the page scrolls sideways');
  if (root && root.scrollHeight > root.clientHeight + 1) found.push('the page scrolls beside its screen');
  const screen = document.querySelector('main > div:last-child');
  if (screen && screen.scrollWidth > screen.clientWidth + 1) found.push('the screen scrolls sideways');

  /** What a text may be cut by: the nearest box that hides what leaves it; one that scrolls shows it in the end. */
  const clipOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowX + overflowY)) return null;
      if (/hidden|clip/.test(overflowX)) return at;
    }
    return null;
  };
  const texts: { text: string; box: DOMRect; element: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (!element || text.trim() === '') continue;
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (element.closest('.visually-hidden, option, script, style, title')) continue;
    if (getComputedStyle(element).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      texts.push({ text, box, element });
      const clip = clipOf(element)?.getBoundingClientRect();
      if (clip && (box.right > clip.right + SLACK_PX || box.left < clip.left - SLACK_PX))
        found.push(`${name(text)} is cut`);
    }
  }
  // letters stand in the middle of their line: what of two lines overlaps by a quarter lies on another
  const INSET = 0.22;
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      if (a.element === b.element) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high =
        Math.min(a.box.bottom - INSET * a.box.height, b.box.bottom - INSET * b.box.height) -
        Math.max(a.box.top + INSET * a.box.height, b.box.top + INSET * b.box.height);
      if (wide > SLACK_PX && high > SLACK_PX) found.push(`${name(a.text)} lies on ${name(b.text)}`);
    }
  }
  return [...new Set(found)];
}
