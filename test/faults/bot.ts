import { createApp } from '../../src/app.ts';
import { readConfig, secretsOf } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { Pace } from '../../src/slack/announcer.ts';

/** The bot as a process that a scenario kills: it starts as `src/main.ts` starts it, at the scenario's pace. */
const { FAULTS_PACE = '{}', ...env } = process.env;
const read = readConfig(env);
if (!read.ok) throw new Error(read.faults.join('\n'));
const pace = JSON.parse(FAULTS_PACE) as Pace;
const app = createApp(read.config, createLog({ level: 'info', secrets: secretsOf(read.config) }), { pace });
await app.start();
