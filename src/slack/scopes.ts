/**
 * The bot scopes that each Web API method needs, as Slack's pages of the methods say; an empty list where
 * any bot token does. `connections.open` is called with the app-level token, whose scope
 * (`connections:write`) is given where that token is made and not in the manifest.
 */
export const METHOD_SCOPES = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'views.open': [],
  'views.push': [],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'views.update': [],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'usergroups.users.list': ['usergroups:read'],
  'conversations.open': ['im:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'users.conversations': ['channels:read', 'groups:read'],
  'views.publish': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every bot scope the manifest asks for: what the methods need, and `commands` for `/clue` itself. */
export const BOT_SCOPES: readonly string[] = [...new Set(['commands', ...Object.values(METHOD_SCOPES).flat()])].sort();
