import type { Refusal } from '../../state.ts';
import { useKept } from '../reading/kept.ts';
import { Moment } from '../reading/moment.tsx';

/** What Slack refused of the bot: the newest at once, those before it behind a fold. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const [seenUpTo, setSeenUpTo] = useKept('refusals-seen', '0');
  const unseen = refusals.filter((one) => one.at > Number(seenUpTo)).toReversed();
  const [newest, ...earlier] = unseen;
  if (newest === undefined) return null;
  return (
    <section className="refusals" aria-label="Refused by Slack">
      <OneRefusal refusal={newest} />
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length} before it</summary>
          {earlier.map((refusal) => (
            <OneRefusal key={`${refusal.at}-${refusal.method}-${refusal.error}`} refusal={refusal} />
          ))}
        </details>
      )}
      <button type="button" className="button button-plain" onClick={() => setSeenUpTo(String(newest.at))}>
        Dismiss
      </button>
    </section>
  );
}

function OneRefusal({ refusal }: { readonly refusal: Refusal }) {
  return (
    <div className="refusal" role="alert">
      <p>
        <b>Slack refused</b> <code className="code">{refusal.method}</code> <b>{refusal.error}</b>{' '}
        <Moment className="when" seconds={Math.floor(refusal.at / 1000)} format="{time_secs}" />
      </p>
      {refusal.messages.map((line) => (
        <p key={line} className="refusal-line">
          {line}
        </p>
      ))}
    </div>
  );
}
