import { BOT, TEAM } from '../people.ts';
import { answer, type Method } from './method.ts';

const authTest: Method = {
  name: 'auth.test',
  token: 'bot',
  tier: 'special',
  run: () =>
    answer({
      url: `https://${TEAM.domain}.slack.com/`,
      team: TEAM.name,
      user: BOT.name,
      team_id: TEAM.id,
      user_id: BOT.userId,
      bot_id: BOT.botId,
      is_enterprise_install: false,
    }),
};

const teamInfo: Method = {
  name: 'team.info',
  token: 'bot',
  tier: 'tier3',
  scope: 'team:read',
  run: () => answer({ team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain, email_domain: '' } }),
};

const connectionsOpen: Method = {
  name: 'apps.connections.open',
  token: 'app',
  tier: 'tier1',
  run: (_args, office) => answer({ url: office.socketUrl() }),
};

export const IDENTITY: readonly Method[] = [authTest, teamInfo, connectionsOpen];
