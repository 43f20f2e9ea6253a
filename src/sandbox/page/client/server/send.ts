import type { Doing, DoingAnswer } from '../../state.ts';

/** Tells the server what somebody did on the page. A server that does not answer is an answer too. */
export async function send(doing: Doing): Promise<DoingAnswer> {
  try {
    const response = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(doing),
    });
    const answer: DoingAnswer = await response.json();
    return answer;
  } catch {
    return { ok: false, error: 'The page’s server does not answer. Is the demo still running?' };
  }
}
