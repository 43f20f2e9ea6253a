import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { drawRehearsing, rehearsePicked } from './actions/rehearse-picked.ts';
import { sortFailure } from './call-outcome.ts';
import { portsFor } from './commands/access/nameless.ts';
import { REHEARSE_PICKED } from './messages/action-ids.ts';
import type { WishesOptions } from './wishes.ts';

/** A form shows how far a rehearsal has come so often, in milliseconds. */
const PROGRESS_EVERY_MS = 2_000;

/** Hears the form's button that rehearses what is picked: what comes of it is shown on top of the form. */
export function attachRehearsal({ ports, asker, now, log, failed }: WishesOptions, app: App, people: WebClient): void {
  app.action<BlockAction>({ type: 'block_actions', action_id: REHEARSE_PICKED }, async ({ ack, body }) => {
    await ack();
    const { view: form } = body;
    if (form === undefined) return;
    const who = await asker(body.user.id);
    const opened = await people.views.push({ trigger_id: body.trigger_id, view: drawRehearsing(who, ports) }).then(
      ({ view }) => view?.id,
      (error: unknown) => {
        log.warn('Slack opened no rehearsal', { failure: sortFailure(error) });
        return undefined;
      },
    );
    if (opened === undefined) return;

    const show = (view: ModalView): Promise<void> =>
      people.views.update({ view_id: opened, view }).then(
        () => undefined,
        // Closed meanwhile: nobody waits for it any more.
        (error: unknown) => log.warn('a rehearsal could not be shown', { failure: sortFailure(error) }),
      );
    let shown = Promise.resolve();
    let notBefore = performance.now() + PROGRESS_EVERY_MS;
    const filled = { metadata: form.private_metadata, values: form.state.values, asker: who };
    const answer = await rehearsePicked(filled, portsFor(who, ports), now(), (view) => {
      if (performance.now() < notBefore) return;
      notBefore = performance.now() + PROGRESS_EVERY_MS;
      shown = shown.then(() => show(view));
    }).catch((error: unknown) => {
      log.error('a rehearsal failed', { error: String(error) });
      return { ...drawRehearsing(who, ports), blocks: [...failed(body.user.id).blocks] };
    });
    // What was said on the way must not come after the answer.
    await shown;
    await show(answer);
  });
}
