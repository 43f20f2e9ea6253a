import { isObject, type JsonObject, textOf, wholeOf } from '../../../slack/json.ts';
import { isMoment } from '../../../slack/terminal/date.ts';
import { emojiSign } from '../mrkdwn/emoji.ts';
import { Moment } from '../reading/moment.tsx';
import { useReader } from '../reading/reading.ts';

const STYLES = ['bold', 'italic', 'strike', 'underline', 'highlight', 'client_highlight', 'code'] as const;

/** Only these lead anywhere; `javascript:` and the like stay text. */
const LEADS = /^(https?:|mailto:)/i;

/** One element of a rich_text section. */
export function RichInline({ element }: { readonly element: JsonObject }) {
  const style = isObject(element.style) ? element.style : {};
  const names = STYLES.filter((name) => style[name] === true).map((name) =>
    name === 'code' ? 'code' : `rich-${name}`,
  );
  const inside = <Bare element={element} />;
  return names.length === 0 ? inside : <span className={names.join(' ')}>{inside}</span>;
}

function Bare({ element }: { readonly element: JsonObject }) {
  const { nameOf } = useReader();
  const named = (id: string | undefined) => (id === undefined ? '' : (nameOf(id) ?? id));
  switch (element.type) {
    case 'text':
      return textOf(element.text) ?? '';
    case 'link': {
      const url = textOf(element.url) ?? '';
      const label = textOf(element.text) || url;
      if (!LEADS.test(url)) return label;
      return (
        <a href={url} target="_blank" rel="noreferrer">
          {label}
        </a>
      );
    }
    case 'user':
      return <span className="mention">@{named(textOf(element.user_id))}</span>;
    case 'channel':
      return <span className="mention">#{named(textOf(element.channel_id))}</span>;
    case 'usergroup':
      return <span className="mention mention-ring">@group</span>;
    case 'team':
      return <span className="mention">{textOf(element.team_id)}</span>;
    case 'broadcast':
      return <span className="mention mention-ring">@{textOf(element.range)}</span>;
    case 'emoji': {
      const name = textOf(element.name) ?? '';
      const points =
        textOf(element.unicode)
          ?.split('-')
          .map((point) => Number.parseInt(point, 16)) ?? [];
      const isReal = points.length > 0 && points.every((point) => point >= 0 && point <= 0x10ffff);
      const sign = isReal ? String.fromCodePoint(...points) : emojiSign(name);
      return sign === undefined ? (
        `:${name}:`
      ) : (
        <span role="img" aria-label={name}>
          {sign}
        </span>
      );
    }
    case 'color': {
      const value = textOf(element.value) ?? '';
      return (
        <>
          <span className="swatch" style={{ backgroundColor: value }} /> {value}
        </>
      );
    }
    case 'date': {
      const seconds = wholeOf(element.timestamp);
      const format = textOf(element.format);
      if (seconds === undefined || !isMoment(seconds) || format === undefined) return textOf(element.fallback) ?? '';
      const moment = <Moment seconds={seconds} format={format} className="date" />;
      const url = textOf(element.url);
      return url === undefined || !LEADS.test(url) ? (
        moment
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {moment}
        </a>
      );
    }
    default:
      return null;
  }
}
