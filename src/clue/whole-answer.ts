import type { Dispatcher } from 'undici';
import { AnswerBrokeOff, AnswerTooLarge } from './errors.ts';

/**
 * An undici interceptor that holds an answer back until its last byte has come. To the retry interceptor around it a
 * body that breaks off is then a failed request to be made anew, where it would otherwise ask for the rest with a
 * Range header and paste two different pages together.
 *
 * @param maxBytes the largest body; a larger one is cut with {@link AnswerTooLarge}.
 */
export function wholeAnswer(maxBytes: number): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, holdBack(handler, maxBytes));
}

type Head = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>;

function holdBack(handler: Dispatcher.DispatchHandler, maxBytes: number): Dispatcher.DispatchHandler {
  let head: Head | undefined;
  let chunks: Buffer[] = [];
  let bytes = 0;
  return {
    onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
    onRequestUpgrade: (...upgrade) => handler.onRequestUpgrade?.(...upgrade),
    onBodySent: (chunk) => handler.onBodySent?.(chunk),
    onRequestSent: () => handler.onRequestSent?.(),
    onResponseStart(...start) {
      const [, status] = start;
      if (status < 200) handler.onResponseStart?.(...start);
      else head = start;
    },
    onResponseData(controller, chunk) {
      bytes += chunk.length;
      if (bytes > maxBytes) controller.abort(new AnswerTooLarge(head?.[1] ?? 0));
      else chunks.push(chunk);
    },
    onResponseEnd(controller, trailers) {
      if (head !== undefined) handler.onResponseStart?.(...head);
      for (const chunk of chunks) handler.onResponseData?.(controller, chunk);
      chunks = [];
      handler.onResponseEnd?.(controller, trailers);
    },
    onResponseError(controller, error) {
      chunks = [];
      const brokeOff = head !== undefined && !controller.aborted && !isTimeout(error);
      handler.onResponseError?.(controller, brokeOff ? new AnswerBrokeOff(head?.[1] ?? 0, error) : error);
    },
  };
}

function isTimeout(error: Error): boolean {
  return 'code' in error && error.code === 'UND_ERR_BODY_TIMEOUT';
}
