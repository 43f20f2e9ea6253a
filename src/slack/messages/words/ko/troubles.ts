import type { TroubleWords } from '../en/troubles.ts';
import { common } from './common.ts';

const span = (from: string, to: string, length: string): string => `${from}부터 ${to}까지(${length})`;
const last = (moment: string, usual: number): string =>
  `마지막 행은 ${moment}. 다른 주에는 그 후에 ${common.rows(usual)} 이상 있었습니다`;

/** What the bot tells of itself. A name is followed by words that fit any name. */
export const troubles: TroubleWords = {
  reason: (what) => `원인: ${what}`,
  blind: {
    head: (places, what) => `${places} 확인 불가: ${what}`,
    seenAgain: (places) => `다시 확인할 수 있는 지점: ${places}`,
    later: '그동안 일어난 일은 다시 확인할 수 있게 되면 알립니다',
    again: (places) => `${places} 다시 확인 가능`,
    was: (from, to, length) => `확인하지 못한 기간: ${span(from, to, length)}`,
    uncounted: '그동안 일어난 일을 늦었지만 지금 알립니다',
    caughtUp: (rows) =>
      rows === 0
        ? '그동안 새로운 행은 없었습니다'
        : `${common.rows(rows)}을 읽어 들였습니다. 그 내용을 늦었지만 지금 알립니다`,
  },
  session: {
    head: (what) => `봇이 출입문을 확인할 수 없습니다: ${what}`,
    noRetry: '계정이 잠기지 않도록 봇은 자동으로 다시 시도하지 않습니다',
    again: 'CLUe가 다시 로그인을 받아들였습니다',
    was: (from, to, length) => `봇이 확인하지 못한 기간: ${span(from, to, length)}`,
  },
  missing: {
    device: (id) => `장치 ${id}`,
    head: (rows, where) => `${where}의 ${common.rows(rows)}이 봇에 도착하지 않았습니다`,
    story:
      '그곳에서 일어난 일을 아직 알리지 못했을 수 있습니다. 장치의 전원과 네트워크를 확인해 주십시오. 장치는 보낼 수 있게 되면 행을 보냅니다.',
    since: (moment) => `${moment}부터 미도착`,
    was: (from, to, length) => `도착하지 않은 기간: ${span(from, to, length)}`,
    came: (rows) => `${common.rows(rows)}이 늦게 도착하여 그 내용을 알리고 있습니다`,
    never: (rows, where) => `${where}의 ${common.rows(rows)}은 끝내 봇에 도착하지 않았습니다`,
    unknown: () => '그 내용은 알 수 없습니다. 봇은 더 이상 기다리지 않습니다.',
    all: (where) => `${where}의 행이 모두 봇에 도착했습니다`,
    numbers: (device, first, end) =>
      `장치 ${device}의 내부 로그 ${first === end ? `${first}번` : `${first}번부터 ${end}번까지`}`,
  },
  silent: {
    head: (_, where) => `다른 주와 달리 기록이 없는 출입문: ${where}`,
    story:
      '조용한 날인지, 장치의 전원이나 네트워크에 문제가 있는지 봇은 알 수 없습니다. 출입문을 확인하거나 얼굴 인증을 시도해 주십시오.',
    last,
    lastOf: (door, moment, usual) => `${door}: ${last(moment, usual)}`,
    more: (doors) => `외 ${common.doors(doors)}`,
    again: (_, where) => `${where}의 기록이 다시 들어오고 있습니다`,
    was: (from, to, length) => `기록이 없던 기간: ${span(from, to, length)}`,
    unheard: (where) => `${where}의 행을 더 이상 기다리지 않습니다`,
    unheardWhy: '몇 주 동안 아무것도 오지 않았거나 지점의 모니터링이 끝났습니다.',
    unheardSince: (moment, length) => `${moment}부터 ${length} 동안 기록이 없습니다`,
  },
  slackAway: {
    head: 'Slack이 봇에 연결되지 않습니다: 명령과 버튼에 응답할 수 없습니다',
    story:
      '봇이 자동으로 계속 다시 시도합니다. 이 상태가 계속되면 봇의 네트워크와 status.slack.com 페이지를 확인해 주십시오.',
    watched: '그동안에도 출입문은 계속 모니터링합니다. Slack이 받지 않는 알림은 기다렸다가 알립니다',
    again: 'Slack이 다시 봇에 연결되었습니다: 명령과 버튼에 응답합니다',
    was: (from, to, length) => `Slack과 통신하지 못한 기간: ${span(from, to, length)}`,
    unanswered: '그동안 입력한 명령에는 응답하지 않았습니다',
    wereWatched: '그동안에도 출입문을 계속 모니터링했습니다. 기다리던 알림을 지금 알립니다',
  },
  store: {
    head: (what) => `봇이 상태를 저장할 수 없습니다: ${what}`,
    again: '봇이 다시 저장할 수 있습니다',
    was: (from, to, length) => `저장하지 못한 기간: ${span(from, to, length)}`,
    saved: '이제 모두 저장되었습니다',
  },
  channel: {
    head: (channel, what) => `알림이 ${channel} 채널에 전달되지 않습니다: ${what}`,
    wait: '알림은 기다리고 있으며, 문제가 해결되면 그 채널에 알립니다',
    again: (channel) => `알림이 다시 ${channel} 채널에 전달됩니다`,
    was: (from, to, length) => `전달되지 않은 기간: ${span(from, to, length)}`,
    told: '기다리던 알림을 지금 그 채널에 알립니다',
  },
  test: {
    head: '테스트 알림: 어느 출입문에서도 아무 일이 없습니다',
    by: (who) => `요청한 사람: ${who} 님`,
  },
};
