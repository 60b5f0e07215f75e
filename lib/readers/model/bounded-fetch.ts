/** So large an answer may be, unpacked, in bytes: a model's longest is a hundredth of that. */
const MAX_BYTES = 2_000_000;

/**
 * A fetch for a provider's client: whole within a time, headers and body, and within a size; and never to another host
 * than the one that was named.
 */
export function boundedFetch(timeoutMs: number): typeof fetch {
  return async (input, init) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const response = await fetch(input, { ...init, signal, redirect: 'manual' });
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    const isRedirect = response.status >= 300 && response.status < 400;
    const body = isRedirect || response.status === 204 ? null : await textWithin(response);
    // A client takes no status of a redirect for an error.
    return new Response(body, { status: isRedirect ? 502 : response.status, headers });
  };
}

async function textWithin(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(`the answer has more than ${MAX_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
