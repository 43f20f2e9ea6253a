import type { QueryWords } from '../en/queries.ts';
import { common, number } from './common.ts';

/** What the answers to questions say beside those of `recent` and `who-entered`. Names come escaped. */
export const queries: QueryWords = {
  none: (head) => `${head}: 없습니다.`,
  noneFound: (head) => `${head}: 찾지 못했습니다.`,
  times: (what, amount) => `${what} ${number(amount)}건`,
  tally: (parts) => parts.join(', '),
  notLetIn: (amount, tally) => `들어오지 못함 ${common.times(amount)}: ${tally}`,
  captions: { failures: '실패(최신순)', passages: '통행(최신순)' },
  leftOut: (amount) =>
    `나머지 ${common.rows(amount)}은 생략했습니다. Slack 표에는 더 담을 수 없습니다. 위의 건수에는 포함되어 있습니다.`,
  cut: (rows, place, backTo) =>
    `${place === undefined ? '' : `${place}의 `}최신 ${common.rows(rows)}${backTo === undefined ? '' : `(${backTo}까지)`}만 읽었습니다. 그 이전은 여기에 없습니다. 더 짧은 기간으로 물어봐 주십시오.`,
  away: (what, advice, ago, place) =>
    `${place === undefined ? '' : `${place}: `}${what}. ${ago === undefined ? '시작한 뒤로 아직 확인하지 못했습니다' : `${ago} 전 기준의 내용입니다`}. ${advice}`,
  results: {
    'let-in': '들어옴',
    refused: 'CLUe가 거부',
    'refused-by-third-party': '외부 시스템이 거부',
    'not-unlocked': '인증되었으나 잠금이 해제되지 않음',
    'unlocked-without-person': '인증 없이 잠금 해제',
    pending: '방금(결과를 아직 알 수 없음)',
  },
  person: {
    summary: (entries, others) =>
      `${common.entries(entries)}${others === 0 ? '' : `, 들어오지 못함 ${common.times(others)}`}`,
    firstAndLast: (first, last) => `처음 ${first}, 마지막 ${last}`,
    doors: (tally) => `출입문: ${tally}`,
  },
  door: {
    head: (where, state) => `${where}: ${state}`,
    unlockedSince: (at) => `${at}부터 잠금 해제 중`,
    lockedAt: (at) => `${at}에 다시 잠김`,
    notKnown: '잠기거나 해제되는 것을 아직 보지 못했습니다',
    last: (what, at, who) => `마지막 기록: ${what}${who === undefined ? '' : `, ${who}`}, ${at}`,
    usual: (length) => `보통 ${length} 동안 잠금이 해제됩니다.`,
    unexplained: {
      usual: '인증 없이 잠금이 해제되는 일이 여기서는 흔합니다(아마 퇴실 버튼입니다).',
      rare: '인증 없이 잠금이 해제되는 일이 여기서는 드뭅니다.',
      unknown: '인증 없이 잠금이 해제되는 일이 흔한지는 아직 알 수 없습니다.',
    },
    busiest: (hours) => `가장 붐비는 시간: ${hours.join(', ')}`,
    noPassages: '지난 24시간의 통행을 찾지 못했습니다.',
  },
  doors: {
    caption: '출입문(잠금 해제된 곳부터)',
    none: '아직 확인된 출입문이 없습니다.',
    allLocked: '확인된 바로는 잠금 해제된 출입문이 없습니다',
    unlocked: (doors) => `지금 잠금 해제됨: ${doors}`,
    state: '잠금',
    last: '마지막 기록',
    isUnlocked: (length) => `${length}째 잠금 해제`,
    isLocked: '다시 잠김',
    notKnown: '아직 모름',
    leftOut: (amount) => `나머지 ${common.doors(amount)}은 생략했습니다. Slack 표에는 더 담을 수 없습니다.`,
  },
  inside: {
    caption: '들어온 사람(최신순)',
    head: (where, hours) => `지난 ${number(hours)}시간 동안 ${where}에 들어온 사람`,
    honest: '들어온 기록입니다. 나간 것은 기록되지 않으므로 이미 나간 사람이 있을 수 있습니다.',
    nobody: (head) => `${head}: 없습니다.`,
    nobodyNamed: (head) => `${head}: CLUe에 이름이 있는 사람은 없습니다.`,
    nobodyShown: (head) => `${head}: 이름을 표시할 수 있는 사람이 없습니다.`,
    notShown: (amount) => `그 밖에 이름을 표시할 수 없는 사람의 ${common.entries(amount)}이 있습니다.`,
    unnamed: (amount) => `그 밖에 CLUe에 이름이 없는 사람의 ${common.entries(amount)}이 있습니다.`,
    entered: '마지막 출입',
    times: '출입 횟수',
  },
  count: {
    column: { hour: '시간', day: '날짜', door: '출입문', person: '사람' },
    total: (amount, label, most) => `모두 ${number(amount)}건, 가장 많은 것: ${label}(${number(most)}건)`,
    others: '기타',
    notNamed: '이름 없음',
    othersAre: (amount) => `마지막 막대는 나머지 ${number(amount)}건을 합한 것입니다.`,
    eachBar: (amount, per) => `막대 하나는 ${number(amount)}${per === 'hour' ? '시간' : '일'}을 합한 것입니다.`,
  },
  explain: {
    story: {
      'let-in': (where, who) => `${who}: ${where}(으)로 들어왔습니다`,
      refused: (where, _who) => `${where}에서 CLUe가 인증을 거부했습니다`,
      'refused-by-third-party': (where, who) =>
        `${who}: ${where}에서 CLUe가 인증했으나 외부 시스템이 승인하지 않아 들어오지 못했습니다`,
      'not-unlocked': (where, who) => `${who}: ${where}에서 CLUe가 인증했으나 잠금이 해제되지 않아 들어오지 못했습니다`,
      'unlocked-without-person': (where, _who) =>
        `${where}의 잠금이 인증 없이 해제되었습니다(퇴실 버튼, 예약, 또는 원격 명령)`,
      pending: (where, who) => `${who}: ${where}에서 CLUe가 방금 인증했습니다. 잠금이 해제될지는 아직 알 수 없습니다`,
    },
    aReader: '리더기',
    reader: (id) => `리더기 ${id}`,
    nobody: '인증 없음',
    thirdParty: '외부 시스템',
    thirdPartySilent: '외부 시스템(기록 없음)',
    unlocked: '잠금 해제',
    noRelay: '릴레이가 응답하지 않음',
    locked: '다시 잠김',
    notLocked: '다시 잠긴 기록 없음',
    row: (id, code) => `행 ${id}, ${code}`,
    around: (where, from, to) => `${where}, ${from}부터 ${to}까지`,
    noRows: '이 시간의 행이 CLUe에 더 이상 없습니다.',
    earlier: (amount) => `… 그 이전의 통행 ${number(amount)}건은 여기서 생략했습니다`,
    noPassage: (what, at, where) => `${where}, ${at}: ${what}. 이 행은 어느 통행에도 속하지 않습니다.`,
    notOfDoor: '이 메시지는 출입문이 아니라 봇 자체에 관한 것입니다. `/clue status` 명령으로 상태를 볼 수 있습니다.',
    noCard:
      '이 메시지는 봇의 카드가 아니거나, 오래되어 봇이 더 이상 알지 못하는 카드입니다. `/clue recent` 명령으로 최신 행을 볼 수 있습니다.',
  },
  export: {
    done: (rows) => `📎 ${common.rows(rows)}을 다이렉트 메시지에 파일로 보내 드렸습니다.`,
    none: (head) => `${head}: 행이 없어 파일을 만들지 않았습니다.`,
    failed: (word) => `Slack이 파일을 받지 않았습니다(${word}). 다시 시도해 주십시오.`,
    scope: '앱에 파일 권한이 없습니다. `manifest.yml` 내용을 반영하고 앱을 다시 설치해 주십시오.',
  },
  buttons: {
    older: '이전',
    newer: '다음',
    failures: '실패만',
    csv: 'CSV로 받기',
    share: '여기에 공유',
    tooLong: '조건이 길어 버튼을 표시할 수 없습니다. 이어서 보려면 지점을 줄여 입력해 주십시오.',
  },
  share: {
    ask: (where) => `${where}의 모든 사람에게 여기 있는 이름이 보입니다. 공유하시겠습니까?`,
    leftOut: {
      role: (where) => `역할이 열람자이므로 ${where}에 사람 이름을 표시할 수 없습니다.`,
      shared: (where) => `${where} 채널은 다른 회사와 공유되어 있어 사람의 이름을 표시할 수 없습니다.`,
      unknown: (where) =>
        `다른 회사가 ${where} 채널을 보는지 Slack에서 확인할 수 없어 사람의 이름을 표시할 수 없습니다.`,
    },
    named: '이름과 함께 공유',
    unnamed: '이름 없이 공유',
    ofPerson: '한 사람에 관한 답은 이름 없이 공유할 수 없습니다.',
    by: (who) => `${who} 님이 공유했습니다`,
    outcome: {
      done: (where) => `${where} 채널에 공유했습니다.`,
      direct: () => '여기는 본인만 볼 수 있습니다. 공유하려면 채널에서 물어봐 주십시오.',
      'not-in': (where) =>
        `봇이 ${where} 채널에 없습니다. 그곳에서 \`/invite @CLUe\` 명령을 입력한 뒤 다시 눌러 주십시오.`,
      archived: (where) => `${where} 채널은 보관되어 있습니다.`,
      refused: (where) => `Slack이 ${where} 채널의 메시지를 받지 않았습니다. 다시 시도해 주십시오.`,
    },
  },
  unclear: {
    whom: '누구를 찾으십니까? 이름, 이름의 일부 또는 ID를 입력해 주십시오.',
    whichDoor: '어느 출입문입니까? 이름, 이름의 일부 또는 ID를 입력해 주십시오.',
    whichRow: '어느 행입니까? ‘기록 보기’ 버튼에 나오는 ID 또는 카드 링크를 입력해 주십시오.',
    noSuchRow: (word) => `${word}: 최신 행 가운데 이런 행이나 카드를 찾지 못했습니다.`,
  },
};
