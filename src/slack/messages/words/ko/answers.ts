import type { AnswerWords } from '../en/answers.ts';
import { common, number } from './common.ts';

/** What answers about the log say: what was understood, what was found, and what is missing. Names come escaped. */
export const answers: AnswerWords = {
  asking: 'CLUe에 조회하고 있습니다…',
  broken: {
    what: '봇에 문제가 생겨 답을 드릴 수 없습니다.',
    todo: '원인은 봇의 로그에 있습니다. 다시 시도해 주십시오.',
  },
  oldButton: {
    what: '오래된 버튼이라 봇이 더 이상 무엇에 관한 것인지 알지 못합니다.',
    todo: '`/clue recent` 명령으로 최신 행을 볼 수 있습니다.',
  },
  sentence: (what) => `${what}.`,
  wrong: (what, todo) => `${what}. ${todo}`,
  above: (head) => `${head}:`,
  allDoors: '모든 출입문',
  allDoorsOf: (places) => `${places}의 모든 출입문`,
  missingHere: (_, places, what, advice) => `여기에 빠진 지점: ${places}. ${what}. ${advice}`,
  noPlaceRead: '어느 지점도 읽지 못했습니다.',
  rowsUnreadable: (amount) =>
    `CLUe에서 받은 ${common.rows(amount)}을 읽지 못했습니다. 자세한 내용은 봇의 로그에 있습니다.`,
  columns: {
    time: '시각',
    door: '출입문',
    place: '지점',
    what: '내용',
    who: '사람',
    person: '사람',
    code: '코드',
    row: '행',
  },
  recent: {
    caption: '행(최신순)',
    noneYet: (where) => `CLUe에 아직 행이 없습니다(${where}).`,
    noneFound: (where) => `행을 찾지 못했습니다(${where}).`,
    page: (amount, where) => `${where}의 ${common.rows(amount)}(최신순)`,
    newest: (amount, where) => `${where}의 최신 ${common.rows(amount)}`,
    leftOut: (amount) => `오래된 ${common.rows(amount)}은 생략했습니다. Slack 표에는 더 담을 수 없습니다.`,
    lookedThrough: (amount, place) =>
      `${place === undefined ? '' : `${place}의 `}최신 ${common.rows(amount)}까지 찾아보았고, 그 이전은 찾아보지 않았습니다.`,
  },
  entered: {
    caption: '출입(최신순)',
    nobody: (understood) => `${understood}: 들어온 사람이 없습니다.`,
    noneFound: (understood) => `${understood}: 출입을 찾지 못했습니다.`,
    summary: (entries, people) =>
      `${common.entries(entries)}(${people === 0 ? 'CLUe에 이름이 없는 사람' : common.people(people)})`,
    timesOf: (name, times) => `${name} ${common.times(times)}`,
    morePeople: (amount) => `외 ${common.people(amount)}`,
    notNamed: (times) => `CLUe에 이름이 없는 사람 ${common.times(times)}`,
    tally: (people) => people.join(', '),
    leftOut: (amount) =>
      `오래된 출입 ${number(amount)}건은 생략했습니다. Slack 표에는 더 담을 수 없습니다. 위의 건수에는 포함되어 있습니다.`,
    pending: (amount) => `${common.people(amount)}이 방금 인증했습니다. 잠금이 해제될지는 아직 알 수 없습니다.`,
    cut: (rows, place, backTo) =>
      `${place === undefined ? '' : `${place}의 `}최신 ${common.rows(rows)}${backTo === undefined ? '' : `(${backTo}까지)`}만 읽었습니다. 그 이전의 출입은 여기에 없습니다. 더 짧은 기간으로 물어봐 주십시오.`,
  },
  rows: {
    caption: '행(오래된 순)',
    none: (where) => `이 카드에 해당하는 ${where}의 행이 CLUe에 더 이상 없습니다.`,
    head: (amount, where) => `${where}의 ${common.rows(amount)}`,
    more: (amount) => `… 외 ${common.rows(amount)}은 여기서 생략했습니다`,
    cut: '읽을 수 있는 것보다 행이 많았습니다. 그 이전의 행은 빠져 있습니다.',
  },
  fresh: {
    asOf: (age) => `${age} 전 기준입니다.`,
    away: (what, age, places) => `${what}. ${places === undefined ? '' : `${places}: `}${age} 전에 파악한 내용입니다.`,
    missing: (amount) => `CLUe의 건수가 받은 것보다 ${common.rows(amount)} 더 많아, 여기에 빠진 것이 있을 수 있습니다.`,
  },
  reading: {
    progress: (pages, ofPages, rows, left) =>
      `CLUe에서 ${common.rows(rows)}을 읽고 있습니다: ${number(ofPages)}페이지 중 ${number(pages)}페이지, 약 ${left} 남았습니다.`,
    stop: '중지',
    stopped: '중지했습니다. 더 이상 읽지 않습니다.',
    over: '중지할 것이 없습니다. 이미 답변했거나 중지되었습니다.',
    tooMany: (total, most) =>
      `모두 ${common.rows(total)}으로, 한 번에 읽을 수 있는 ${common.rows(most)}을 넘습니다. 기간을 줄이거나 지점을 하나로 좁혀 주십시오.`,
  },
  span: {
    today: (day, zone) => `오늘 ${day}, ${zone}`,
    yesterday: (day, zone) => `어제 ${day}, ${zone}`,
    day: (day, zone) => `${day}, ${zone}`,
    fromTo: (first, last, zone) => `${first} ~ ${last}, ${zone}`,
    since: (moment, zone) => `${moment}부터, ${zone}`,
    clock: (day, from, to, zone) => `${day} ${from}~${to}, ${zone}`,
    last: (length, since, zone) => `지난 ${length}, ${since}부터, ${zone}`,
    hours: (amount) => `${number(amount)}시간`,
    days: (amount) => `${number(amount)}일`,
  },
  moreLines: (amount) => `… 외 ${common.rows(amount)}`,
};
