import { eventId } from '../../../door/ids.ts';
import { channelId, type Incident } from '../../../incident/incident.ts';
import { drawUnclearAsked } from '../../messages/answers/unclear-asked.ts';
import type { Command } from '../command.ts';
import type { Incidents } from '../ports.ts';
import { unclearAnswer } from '../unclear-answer.ts';
import { deskOf } from './desk.ts';
import { explainIncident } from './explain-card.ts';
import { explainRow } from './explain-row.ts';

/** One passage as it went, by one of its rows or by the card that told of it. */
export const explain: Command = {
  name: 'explain',
  examples: ['/clue explain 12907819'],
  run: async (call) => {
    const [word, second] = call.words;
    if (word === undefined) return drawUnclearAsked({ kind: 'which-row' }, explain, call.say);
    if (second !== undefined) {
      return unclearAnswer(call, explain, {
        unclear: { kind: 'unexpected-word', word: second.typed },
        instead: [word.typed],
      });
    }
    const desk = deskOf(call);
    const incident = incidentOf(word.text, call.ports.incidents);
    if (incident !== undefined) return await explainIncident(incident, desk);
    const answer = LINK.test(word.text) ? undefined : await explainRow(eventId(word.text), desk);
    return answer ?? drawUnclearAsked({ kind: 'no-such-row', word: word.typed }, explain, call.say);
  },
};

/** A message's link as Slack copies it: `https://acme.slack.com/archives/C0ALERTS/p1763600000123456`. */
const LINK = /^<?https:\/\/[^/]+\/archives\/([A-Z0-9]+)\/p(\d{10,})(\d{6})/;

function incidentOf(text: string, incidents: Incidents): Incident | undefined {
  const [, channel, seconds, micros] = LINK.exec(text) ?? [];
  if (channel === undefined) return incidents.byId(text);
  return incidents.byCard(channelId(channel), `${seconds}.${micros}`);
}
