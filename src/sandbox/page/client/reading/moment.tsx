import { formatDate } from '../../../slack/terminal/date.ts';
import { useReader } from './reading.ts';

type MomentProps = {
  /** Since 1970. */
  readonly seconds: number;
  /** As Slack's dates are formatted: `{date_short_pretty} {time_secs}`. */
  readonly format: string;
  readonly className?: string;
};

/** A moment in the reader's own zone and language; the whole date and zone stand in its title. */
export function Moment({ seconds, format, className }: MomentProps) {
  const reader = useReader();
  const whole = new Intl.DateTimeFormat(reader.locale, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone: reader.timeZone,
  }).format(seconds * 1000);
  return (
    <time className={className} dateTime={new Date(seconds * 1000).toISOString()} title={whole} lang={reader.locale}>
      {formatDate(seconds, format, reader)}
    </time>
  );
}
