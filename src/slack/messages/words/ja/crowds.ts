import type { CrowdHead, CrowdWords } from '../en/crowds.ts';
import { common, number } from './common.ts';
import { followed } from './spacing.ts';

const at = ({ where, places }: CrowdHead): string =>
  `${places > 1 ? `${common.places(places)}の` : ''}${followed(where, 'で')}`;

/** One message in place of many, because too much came at once. */
export const crowds: CrowdWords = {
  head: {
    storm: (crowd) => `${at(crowd)}${common.alerts(crowd.alerts)}${crowd.alerts > 1 ? 'が同時に発生' : ''}`,
    'rows-late': (crowd) => `${at(crowd)}遅れて届いた${common.alerts(crowd.alerts)}`,
    'slack-away': (crowd) => `Slack との通信が途切れている間に${at(crowd)}${common.alerts(crowd.alerts)}`,
  },
  why: {
    storm: '同時に多数発生したため、1 件のメッセージにまとめています',
    'rows-late': '多数の行が遅れて届いたため、1 件のメッセージにまとめています',
    'slack-away': 'Slack を待っていたアラートが多いため、1 件のメッセージにまとめています',
  },
  totals: (failures, bursts, unlocks) =>
    [
      ...(bursts > 0 ? [`${common.failures(failures)}（一連の失敗 ${number(bursts)} 件）`] : []),
      ...(unlocks > 0 ? [`解錠 ${common.times(unlocks)}`] : []),
    ].join('、'),
  all: (head, totals) => `${head}：${totals}`,
  own: '長く続いているものは、個別のメッセージでお知らせしています',
  now: '状態',
  state: { own: '個別のメッセージ', goesOn: '継続中', over: '終了' },
  overAfter: (length) => `${length}で終了`,
  failures: (amount) => common.failures(amount),
  letIn: (amount) => `入室 ${number(amount)} 人`,
  unlocked: (amount) => `解錠 ${common.times(amount)}`,
};
