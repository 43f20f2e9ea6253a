import type { ActionsBlock, ActionsBlockElement } from '@slack/types';
import { beganAt, type Incident } from '../../../incident/incident.ts';
import { answerButtons } from '../answer-buttons.ts';
import type { CardView } from '../card.ts';
import { context } from '../layout.ts';
import type { Message, MessageBlock } from '../message.ts';
import { momentAfter } from '../time.ts';
import { CARD_TEXT } from './frame.ts';

/** A card with what people answered to it, and with the buttons to answer by. */
export function withAnswers(message: Message, view: CardView): Message {
  const lines = view.incident.mergedInto === undefined ? answersInWords(view) : [];
  const own = message.blocks.filter((block): block is ActionsBlock => block.type === 'actions');
  const elements: readonly ActionsBlockElement[] = [
    ...own.flatMap((block) => block.elements),
    ...answerButtons(view.incident, view.say),
  ];
  const blocks: readonly MessageBlock[] = [
    ...message.blocks.filter((block) => block.type !== 'actions'),
    ...(lines.length > 0 ? [context(lines.join('\n'))] : []),
    ...(elements.length > 0 ? [actions(elements)] : []),
  ];
  return { text: withLines(message.text, lines, message.text.includes('\n') ? '\n' : ' · '), blocks };
}

/** Who has it, who says that it is none, and who took such an answer back. */
export function answersInWords({ incident, say, timeZone }: CardView): readonly string[] {
  const { line } = say.answersToCards;
  const { taken, dismissed, undone } = incident;
  const when = (at: Parameters<typeof momentAfter>[1]): string => momentAfter(beganAt(incident.facts), at, timeZone);
  return [
    ...(taken === undefined ? [] : [line.taken(mention(taken.user), when(taken.at))]),
    ...(dismissed === undefined ? [] : [line.dismissed(dismissed.why, mention(dismissed.user), when(dismissed.at))]),
    ...(undone === undefined ? [] : [undoneInWords(undone, when(undone.at), line)]),
  ];
}

function undoneInWords(
  { user, of, what }: NonNullable<Incident['undone']>,
  when: string,
  line: CardView['say']['answersToCards']['line'],
): string {
  if (what === 'dismissed') return line.reinstated(mention(user), when);
  return user === of ? line.released(mention(user), when) : line.releasedFor(mention(user), mention(of), when);
}

const actions = (elements: readonly ActionsBlockElement[]): ActionsBlock => ({
  type: 'actions',
  elements: [...elements],
});

/** Somebody by their Slack id; each reader sees the name that Slack knows. */
export const mention = (user: string): string => `<@${user}>`;

/** What has no room is left out whole: the blocks say it all the same. */
function withLines(text: string, lines: readonly string[], between: string): string {
  return lines.reduce((all, line) => {
    const longer = `${all}${between}${line}`;
    return longer.length <= CARD_TEXT ? longer : all;
  }, text);
}
