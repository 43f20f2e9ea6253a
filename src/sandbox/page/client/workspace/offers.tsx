import type { Offer } from './completion.ts';

type OffersProps = {
  readonly id: string;
  readonly offers: readonly Offer[];
  /** The one that Enter takes; below nought when it is none. */
  readonly active: number;
  readonly onTake: (offer: Offer) => void;
};

/** What the message box offers. The keyboard stays in the box, which names the active one. */
export function Offers({ id, offers, active, onTake }: OffersProps) {
  return (
    <div id={id} className="offers" role="listbox" aria-label="Commands">
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys for the whole list.
        // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active option.
        <div
          key={offer.command}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="offer"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(offer)}
        >
          <span>
            <b>{offer.command}</b> <span className="offer-usage">{offer.usage}</span>
          </span>
          <span className="hint">{offer.says}</span>
        </div>
      ))}
    </div>
  );
}
