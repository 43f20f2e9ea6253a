import type { StatusWords } from '../en/status.ts';
import { common, number } from './common.ts';

/** The bot's health. `since` is a moment; lengths of time and names come in words. */
export const status: StatusWords = {
  verdict: {
    seesNoDoors: '봇이 출입문을 확인할 수 없습니다',
    signedOut: '봇이 아직 CLUe에 로그인하지 않았습니다',
    noPlaceRead: '봇이 출입문을 확인할 수 없습니다: 읽을 수 있는 지점이 없습니다',
    placesUnread: (unread, all) => `${common.places(all)} 중 ${number(unread)}곳을 읽을 수 없습니다`,
    cannotSave: '봇이 상태를 저장할 수 없습니다',
    starting: '시작하는 중입니다: 아직 읽지 않은 지점이 있습니다',
    channelRefuses: '알림이 전달되지 않는 채널이 있습니다',
    slackAway: 'Slack과 봇의 연결이 가끔 끊깁니다',
    connecting: 'Slack에 연결하고 있습니다',
    rowsMissing: (amount) => `${common.rows(amount)}이 봇에 도착하지 않았습니다`,
    doorsSilent: (amount) => `${common.doors(amount)}이 다른 주와 달리 조용합니다`,
    troubled: '아직 해결되지 않은 문제가 있습니다',
    well: (places) => `정상입니다. ${common.places(places)}을 모니터링하고 있습니다`,
  },
  session: {
    active: (until) => `CLUe 세션: 활성${until === undefined ? '' : `(${until} 전에 갱신)`}`,
    apiKey: 'CLUe 세션: API 키 사용',
    signedOut: 'CLUe 세션: 아직 없음',
    refused: (what, todo) => `CLUe 세션: 거부됨. ${what}. ${todo}`,
  },
  speed: (p50, p95, cards) => `행이 도착한 뒤 카드까지: ${p50}(p50), ${p95}(p95), 시작 이후 카드 ${number(cards)}건`,
  noSpeed: '행이 도착한 뒤 카드까지: 시작 이후 카드 없음',
  gathered: (amount) => `여러 건을 모아 알린 ${common.messages(amount)}`,
  place: {
    notRead: '아직 읽지 않음',
    lastPoll: (ago) => `마지막 읽기 ${ago} 전`,
    noRows: '아직 행 없음',
    newestFromBefore: (at) => `최신 행 ${at}(봇이 모니터링하기 전)`,
    newestAhead: (at, by) => `최신 행 ${at}(시계가 봇보다 ${by} 이상 빠름)`,
    newestSeen: (at, lag) => `최신 행 ${at}(발생 ${lag} 후 확인)`,
    taken: (rows, since) => `${since === undefined ? '' : `${since}부터 `}${common.rows(rows)} 가져옴`,
    told: (amount) => `보낸 ${common.messages(amount)}`,
    retries: (amount) => `재시도 ${common.times(amount)}`,
    duplicates: (amount) => `막은 중복 ${number(amount)}건`,
    missing: (rows) => (rows === 0 ? '지금 빠진 행 없음' : `지금 ${common.rows(rows)} 빠짐`),
    sinceTheStart: (facts) => `시작 이후: ${facts}`,
    more: (amount, troubled) =>
      `… 외 ${common.places(amount)}(${troubled > 0 ? `그중 ${number(troubled)}곳에 문제 있음` : '문제 없음'})`,
  },
  trouble: {
    session: (since, what, todo) => `${since}부터 봇이 출입문을 확인할 수 없습니다: ${what}. ${todo}`,
    blind: (places, since, what, todo) =>
      `${since}부터 봇이 다음 지점을 확인할 수 없습니다(${places}): ${what}. ${todo}`,
    store: (since, what, todo) => `${since}부터 봇이 상태를 저장할 수 없습니다: ${what}. ${todo}`,
    channel: (channel, since, what, todo) =>
      `${since}부터 알림이 ${channel} 채널에 전달되지 않습니다: ${what}. ${todo}`,
    slackAway: (since) => `${since}부터 Slack과 봇이 통신하지 못하고 있습니다. 일부 명령과 버튼에 응답하지 못합니다.`,
    device: (id) => `장치 ${id}`,
    missing: (rows, of, since) =>
      `${since}부터 ${of}의 ${common.rows(rows)}이 봇에 도착하지 않았습니다. 장치의 전원과 네트워크를 확인해 주십시오.`,
    silent: (_, names, since) =>
      `${since}부터 다른 주와 달리 조용한 출입문: ${names}. 출입문을 확인하거나 얼굴 인증을 시도해 주십시오.`,
    more: (amount) => `… 외 문제 ${number(amount)}건`,
  },
  running: (length) => `가동 시간 ${length}`,
  slack: { connected: 'Slack 연결됨', connecting: 'Slack 연결 중' },
  store: { onDisk: '저장소: 디스크', inMemory: '저장소: 메모리(다시 시작하면 사라짐)' },
  encrypted: '암호화됨',
  notEncrypted: '암호화되지 않음( `STORE_KEY` 설정 없음)',
};
