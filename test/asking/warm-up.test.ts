import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

test('the first question after a start is read faster for having warmed up', () => {
  const first = (warm: boolean): number => {
    const script = `
      const { warmUp } = await import('./src/asking/warm-up.ts');
      const { ask } = await import('./test/asking/desk.ts');
      if (${warm}) warmUp('Asia/Tokyo');
      const began = performance.now();
      ask('昨日の正面入口の失敗', { zone: 'Asia/Tokyo', now: '2026-11-24T12:00:00+09:00' });
      console.log(performance.now() - began);`;
    return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
  };
  const [cold, warm] = [first(false), first(true)];
  assert.ok(warm < cold / 2, `${warm.toFixed(1)} ms, and ${cold.toFixed(1)} ms without`);
});
