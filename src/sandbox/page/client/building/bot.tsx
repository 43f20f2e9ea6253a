import type { BotState } from '../../state.ts';
import { useAct } from '../server/acting.ts';

/** The bot's process: whether it runs, and what it logged of worry. */
export function Bot({ bot }: { readonly bot: BotState }) {
  const act = useAct();
  return (
    <fieldset className={bot.running ? 'fault' : 'fault fault-on'}>
      <legend>The bot</legend>
      <div className="fault-choices">
        <span className={bot.running ? 'lamp lamp-on' : 'lamp'} role="status">
          {bot.running ? 'Running' : 'Stopped'}
        </span>
        <button
          type="button"
          className={bot.running ? 'button button-small button-danger' : 'button button-small button-primary'}
          onClick={() => void act({ do: 'bot', what: bot.running ? 'kill' : 'start' })}
        >
          {bot.running ? 'Kill the bot' : 'Start the bot'}
        </button>
      </div>
      {bot.log.length > 0 && (
        <details className="bot-log">
          <summary>
            {bot.log.length} {bot.log.length === 1 ? 'warning' : 'warnings'} in its log
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <pre tabIndex={0}>{bot.log.join('\n')}</pre>
        </details>
      )}
    </fieldset>
  );
}
