import type { SectionBlock } from '@slack/types';
import { waitsSince } from '../../../incident/answers.ts';
import type { Note } from '../../../incident/incident.ts';
import type { CardView } from '../card.ts';
import { context, section } from '../layout.ts';
import type { Message } from '../message.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { answersInWords } from './answers.ts';
import { CARD_TEXT } from './frame.ts';

/** The reply that calls once more: how long nobody answered, what it is about, as its card says it now, and who is called. */
export function drawUnanswered(card: Message, { seenAt }: Note, view: CardView): Message {
  const { say, incident, notify = [] } = view;
  const called = notify.flatMap(callOf).join(' ');
  const words = say.answersToCards.unanswered(lengthInWords(seenAt - (waitsSince(incident) ?? seenAt), say));
  // Somebody may have answered while the reply was on its way.
  const answers = answersInWords(view);
  const story = card.blocks.find((block): block is SectionBlock => block.type === 'section');
  const end = called === '' ? '' : `\n${called}`;
  const line = `⏰ ${words}: ${card.text}`;
  const room = CARD_TEXT - end.length;
  return {
    text: `${line.length <= room ? line : `${line.slice(0, room - 1).toWellFormed()}…`}${end}`,
    blocks: [
      section(`⏰ *${words}*`),
      ...(story === undefined ? [] : [story]),
      ...(called === '' ? [] : [section(called)]),
      ...(answers.length > 0 ? [context(answers.join('\n'))] : []),
    ],
  };
}

/** A person or a group of them, by the ids that Slack gives; anything else calls nobody. */
function callOf(id: string): readonly string[] {
  if (/^[UW][A-Z0-9]+$/.test(id)) return [`<@${id}>`];
  return /^S[A-Z0-9]+$/.test(id) ? [`<!subteam^${id}>`] : [];
}

function lengthInWords(ms: number, say: Catalogue): string {
  const minutes = Math.max(Math.round(ms / 60_000), 1);
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  const parts = [
    { amount: days, unit: 'days' },
    { amount: hours, unit: 'hours' },
    { amount: rest, unit: 'minutes' },
  ] as const;
  const from = parts.findIndex((part) => part.amount > 0);
  const said = parts.slice(from, from + 2).filter((part) => part.amount > 0);
  return say.common.length(said.map(({ amount, unit }) => ({ amount: String(amount), unit })));
}
