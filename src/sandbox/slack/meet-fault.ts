import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { Timers } from './timers.ts';

/** A call that a fault meets, whichever door it came in by. */
export type MetCall<T> = {
  readonly response: ServerResponse;
  /** Carries the call out. */
  readonly act: () => T;
  /** Writes the outcome down and answers it. */
  readonly finish: (outcome: T) => void;
  /** Answers with this error word; the call is not carried out. */
  readonly refuse: (error: string) => void;
  readonly tooMany: (retryAfterS: number) => void;
  /** Writes down that the caller never heard. */
  readonly lost: (word: string) => void;
};

/** Does to a call what the fault says. */
export function meetFault<T>(fault: Fault, call: MetCall<T>, timers: Timers): void {
  const { response } = call;
  const drop = (word: string): void => {
    call.lost(word);
    response.destroy();
  };
  switch (fault.kind) {
    case 'http-500':
    case 'http-503': {
      const status = fault.kind === 'http-500' ? 500 : 503;
      call.lost(`http_${status}`);
      response.writeHead(status, { 'Content-Type': 'text/html' });
      response.end('<!DOCTYPE html><html><body>Something went wrong on our side.</body></html>');
      break;
    }
    case 'rate-limited':
      call.tooMany(fault.retryAfterS);
      break;
    case 'reset':
      drop('reset');
      break;
    case 'hang':
      timers.after(fault.ms, () => drop('hang'));
      break;
    case 'slow': {
      const outcome = call.act();
      timers.after(fault.ms, () => call.finish(outcome));
      break;
    }
    case 'lost-answer':
      call.act();
      drop('lost_answer');
      break;
    case 'late-commit':
      timers.after(fault.ms, () => {
        call.act();
        drop('late_commit');
      });
      break;
    case 'error':
      call.refuse(fault.error);
  }
}
