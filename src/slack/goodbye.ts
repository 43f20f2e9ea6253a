import type { SocketModeReceiver } from '@slack/bolt';

/** How long a socket stays open after Slack said goodbye, in milliseconds: Slack itself waits longer. */
const LINGER_MS = 250;

/**
 * The SDK closes its socket in the moment in which Slack says goodbye. A command that came just before is then never
 * acknowledged, and whoever typed it sees an error. So the goodbye is passed on a little later than all else.
 */
export function lingerAfterGoodbye({ client }: Pick<SocketModeReceiver, 'client'>): void {
  const listeners = client.listeners('ws_message');
  let goodbye: NodeJS.Timeout | undefined;
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...heard: readonly unknown[]) => {
    const pass = (): void => {
      for (const listener of listeners) listener(...heard);
    };
    if (isGoodbye(heard[0])) goodbye = setTimeout(pass, LINGER_MS);
    else pass();
  });
  // Closed already: by then the goodbye would meet the next socket.
  client.on('disconnected', () => clearTimeout(goodbye));
}

/** Whether it is `{"type":"disconnect",…}`. The SDK parses it again, so a wrong guess costs nothing but the delay. */
function isGoodbye(data: unknown): boolean {
  const text = typeof data === 'string' ? data : data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
  return /"type":\s*"disconnect"/.test(text.slice(0, 200));
}
