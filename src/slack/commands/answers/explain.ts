import { eventId } from '../../../door/ids.ts';
import { channelId } from '../../../incident/incident.ts';
import { saying } from '../../messages/layout.ts';
import { namingNobody } from '../access/names-given.ts';
import type { Command } from '../command.ts';
import type { CardSubject, Incidents } from '../ports.ts';
import { unclearAnswer } from '../unclear-answer.ts';
import { deskOf } from './desk.ts';
import { explainAround } from './explain-card.ts';
import { explainRow } from './explain-row.ts';
import { askBack } from './listed.ts';

/** One passage as it went, by one of its rows or by the card that told of it. */
export const explain: Command = {
  name: 'explain',
  shows: 'names',
  least: 'viewer',
  examples: ['/clue explain 12907819'],
  run: async (call) => {
    const [word, second] = call.words;
    if (word === undefined) return askBack({ kind: 'which-row' }, call, explain);
    if (second !== undefined) {
      const unclear = { kind: 'unexpected-word', word: second.typed } as const;
      return namingNobody(unclearAnswer(call, explain, { unclear, instead: [word.typed] }));
    }
    const desk = deskOf(call);
    const subject = subjectOf(word.text, call.ports.incidents);
    if (subject === 'no-door') return namingNobody(saying(call.say.queries.explain.notOfDoor));
    if (subject !== undefined) return await explainAround(subject, desk);
    const answer = ROW.test(word.text) ? await explainRow(eventId(word.text), desk) : undefined;
    return answer ?? askBack({ kind: 'no-such-row', word: word.typed }, call, explain);
  },
};

/** A message's link as Slack copies it: `https://acme.slack.com/archives/C0ALERTS/p1763600000123456`. */
const LINK = /^<?https:\/\/[^/]+\/archives\/([A-Z0-9]+)\/p(\d{10,})(\d{6})/;
/** A row's id: a number, or hex digits. Nothing else is looked for among all rows. */
const ROW = /^[0-9a-f]{1,64}$/i;

function subjectOf(text: string, incidents: Incidents): CardSubject | undefined {
  const [, channel, seconds, micros] = LINK.exec(text) ?? [];
  if (channel === undefined) return incidents.byId(text);
  return incidents.byCard(channelId(channel), `${seconds}.${micros}`);
}
