import type { UnclearWords } from '../en/unclear.ts';
import { common, number } from './common.ts';

/** What in a command could not be understood. `word` is the part that was typed, as code; names come escaped. */
export const unclear: UnclearWords = {
  unknownCommand: (word) => `${word} 명령은 없습니다.`,
  unexpectedWord: (word) => `여기서 ${word} 부분의 뜻을 알 수 없습니다.`,
  takesNothing: (word, command) =>
    `여기서 ${word} 부분의 뜻을 알 수 없습니다. ${command} 명령 뒤에는 아무것도 입력하지 않습니다.`,
  countTooLarge: (word, most, asDoor) =>
    `${word} 값은 보여 드릴 수 있는 수를 넘습니다(최대 ${common.rows(most)}). 이 번호의 출입문을 지정하려면 ${asDoor} 형식으로 입력해 주십시오.`,
  countTooSmall: (word) => `${word} 값으로는 보여 드릴 행이 없습니다. 1 이상의 수를 입력해 주십시오.`,
  twoCounts: (word, asDoor) =>
    `${word} 값은 두 번째 수입니다. 이 번호의 출입문을 지정하려면 ${asDoor} 형식으로 입력해 주십시오.`,
  noDoorYet: (word) => `${word} 출입문은 없습니다. 아직 기록된 출입문이 없습니다.`,
  noSuchDoor: (word, known) => `${word} 출입문은 없습니다. 알고 있는 출입문: ${known}.`,
  severalDoors: {
    byName: (word, doors) =>
      `${word} 이름에 맞는 출입문이 여럿입니다: ${doors}. 이름을 더 자세히 또는 ID를 입력해 주십시오.`,
    byPlace: (word, doors, example) =>
      `${word} 이름에 맞는 출입문이 여럿입니다: ${doors}. ${example} 형식으로 지점도 함께 입력해 주십시오.`,
    byId: (word, doors) => `${word} 이름에 맞는 출입문이 여럿입니다: ${doors}. ID를 입력해 주십시오.`,
  },
  noSuchName: (word, known) => `${word} 출입문도, 그 이름의 사람도 알 수 없습니다. 알고 있는 출입문: ${known}.`,
  noNameYet: (word) => `${word} 출입문도, 그 이름의 사람도 알 수 없습니다. 아직 기록된 출입문이 없습니다.`,
  noSuchPerson: (word) =>
    `${word} 사람은 알 수 없습니다. 모니터링을 시작한 뒤 출입한 사람의 이름 또는 고객 측 ID만 알고 있습니다.`,
  severalPeople: (word, people) =>
    `${word} 이름에 맞는 사람이 여럿입니다: ${people}. 이름을 더 자세히 또는 ID를 입력해 주십시오.`,
  severalMeanings: (word, examples) =>
    `${word} 부분은 여러 뜻으로 볼 수 있습니다. ${examples.join(' 또는 ')} 형식으로 입력해 주십시오.`,
  noSuchPlace: (word, known) => `${word} 지점은 모니터링하고 있지 않습니다. 모니터링하는 지점: ${known}.`,
  severalPlaces: (word, places) => `${word} 이름에 맞는 지점이 여럿입니다: ${places}.`,
  givenTwice: {
    door: (word) => `${word} 부분은 두 번째 출입문입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
    place: (word) => `${word} 부분은 두 번째 지점입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
    person: (word) => `${word} 부분은 두 번째 사람입니다. 한 번에 한 명만 답해 드릴 수 있습니다.`,
    time: (word) => `${word} 부분은 두 번째 기간입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
    per: (word) => `${word} 부분은 두 번째 집계 단위입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
    format: (word) => `${word} 부분은 두 번째 형식입니다. 한 번에 하나만 드릴 수 있습니다.`,
    tz: (word) => `${word} 부분은 두 번째 시간대입니다. 한 번에 하나만 쓸 수 있습니다.`,
  },
  noSuchDay: (word) => `${word} 날짜는 없습니다.`,
  noSuchTime: (word) => `${word} 시간은 길이가 없습니다. 그날 밤에는 시계가 이 시각을 건너뜁니다.`,
  noSuchZone: (word) => `${word} 시간대는 없습니다. \`tz:Asia/Tokyo\` 형식으로 입력해 주십시오.`,
  endsBefore: (word) => `${word} 기간은 끝이 시작보다 앞섭니다.`,
  noBeginning: (word) => `${word} 기간에는 시작이 없습니다. \`월요일부터 금요일까지\` 형식으로 시작도 입력해 주십시오.`,
  dayToCome: (word) => `${word} 날짜는 아직 오지 않았습니다.`,
  timeTooLong: (word, mostDays) => `${word} 기간은 너무 깁니다. 최대 ${number(mostDays)}일까지 거슬러 볼 수 있습니다.`,
  typed: (command) => `${command} 명령을 입력하셨습니다.`,
  didYouMean: (command, nearest) => `${command} 명령을 입력하셨습니다. ${nearest} 명령을 찾으셨습니까?`,
};
