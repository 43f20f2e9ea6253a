import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog } from '../../src/log.ts';
import { SlackRefusedError } from '../../src/slack/identity.ts';

describe('a token that Slack refuses', () => {
  for (const variable of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const) {
    it(`is said in a sentence that the log leaves whole: ${variable}`, () => {
      const lines: string[] = [];
      const log = createLog({ level: 'info', secrets: [], destination: { write: (line: string) => lines.push(line) } });
      const error = new SlackRefusedError(variable, 'invalid_auth');
      log.error(error.message);
      assert.equal(JSON.parse(lines[0] ?? '').msg, error.message);
    });
  }
});
