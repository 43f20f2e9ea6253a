import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useKept } from '../reading/kept.ts';
import { useAct } from '../server/acting.ts';
import { type Offer, offersFor } from './completion.ts';
import { Offers } from './offers.tsx';

type ComposerProps = {
  readonly persona: string;
  readonly channel: string;
  readonly title: string;
  readonly doors: readonly string[];
};

const KEPT = 50;
/** The message box by its id: each message before it can take a key to pass. */
export const MESSAGE_BOX = 'message-box';

/** The message box: Enter sends, Up recalls what was sent, and commands are offered while one types. */
export function Composer({ persona, channel, title, doors }: ComposerProps) {
  const act = useAct();
  const [text, setText] = useKept(`draft-${channel}`, '');
  const [active, setActive] = useState(-1);
  const [isShut, setShut] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [recalled, setRecalled] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const offers = isShut ? [] : offersFor(text, doors);

  const type = (next: string) => {
    setText(next);
    setActive(-1);
    setShut(false);
    setRecalled(0);
  };
  const take = (offer: Offer) => {
    type(`${offer.command}${offer.usage === '' ? '' : ' '}`);
    box.current?.focus();
  };
  const submit = () => {
    const said = text.trim();
    if (said === '') return;
    type('');
    setSent([said, ...sent.filter((one) => one !== said)].slice(0, KEPT));
    void act({ do: 'type', user: persona, channel, text: said }).then((answer) => {
      // What could not be sent comes back, unless something else is being written by now.
      if (!answer.ok && box.current?.value === '') type(said);
    });
  };
  const recall = (step: number) => {
    const place = recalled + step;
    const found = sent[place - 1];
    if (place !== 0 && found === undefined) return;
    setText(found ?? '');
    setShut(true);
    setRecalled(place);
  };
  const onKey = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) return;
    const chosen = offers[active];
    const first = offers[0];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen !== undefined) take(chosen);
      else submit();
    } else if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
      event.preventDefault();
      take(chosen ?? first);
    } else if (event.key === 'Escape' && offers.length > 0) {
      setShut(true);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const isUp = event.key === 'ArrowUp';
      event.preventDefault();
      if (offers.length > 0 && !(isUp && active < 0)) setActive(Math.min(offers.length - 1, active + (isUp ? -1 : 1)));
      else recall(isUp ? 1 : -1);
    }
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {offers.length > 0 && <Offers id={listId} offers={offers} active={active} onTake={take} />}
      <input
        ref={box}
        id={MESSAGE_BOX}
        className="composer-box"
        role="combobox"
        aria-label={`Message to ${title}`}
        aria-expanded={offers.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        placeholder={`Message ${title}, or a command: /clue help`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKey}
      />
      <button type="submit" className="button button-primary" disabled={text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
