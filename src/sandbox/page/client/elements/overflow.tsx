import { useId, useRef, useState } from 'react';
import { objectsOf, textOf } from '../../../slack/json.ts';
import { plainTextOf } from '../mrkdwn/text-object.tsx';
import { type ElementProps, useHeld } from './held.ts';

/** The menu behind three dots. */
export function Overflow(props: ElementProps) {
  const { tell } = useHeld(props);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const choose = (value: string | undefined, url: string | undefined) => {
    setOpen(false);
    opener.current?.focus();
    if (url !== undefined && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener');
    tell(value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the button and the menu in it.
    <div
      className="overflow"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        if (key === 'Escape' && isOpen) {
          // A modal around the menu leaves alone what was taken here.
          event.preventDefault();
          setOpen(false);
          opener.current?.focus();
        }
        if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
        event.preventDefault();
        if (isOpen) focusNext(currentTarget, key === 'ArrowDown' ? 1 : -1);
        else setOpen(true);
      }}
    >
      <button
        ref={opener}
        type="button"
        className="button button-dots"
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">•••</span>
      </button>
      {isOpen && (
        <div ref={focusFirst} id={menuId} role="menu" className="menu">
          {objectsOf(props.element.options).map((option) => (
            <button
              key={textOf(option.value)}
              type="button"
              role="menuitem"
              onClick={() => choose(textOf(option.value), textOf(option.url))}
            >
              {plainTextOf(option.text)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** A menu that opens takes the keyboard to its first choice. */
function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector('button')?.focus();
}

/** Moves the keyboard to the next choice of the menu or the one before; after the last comes the first. */
function focusNext(around: HTMLElement, step: 1 | -1): void {
  const choices = [...around.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = choices.findIndex((choice) => choice.matches(':focus'));
  choices.at((at + step) % choices.length)?.focus();
}
