const EVERY = 100;

/**
 * A line on standard error that tells how far long work is; nothing where standard error is no terminal, and nothing in the
 * first half second, so that short work stays quiet.
 */
export function progressLine(): { readonly show: (words: string) => void; readonly clear: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  let shown = performance.now() + 500 - EVERY;
  let dirty = false;
  return {
    show(words) {
      const now = performance.now();
      if (now - shown < EVERY) return;
      shown = now;
      dirty = true;
      stderr.write(`\r\u001b[K${words.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (dirty) stderr.write('\r\u001b[K');
    },
  };
}

/** A bar of `width` cells, `share` of them filled. */
export function bar(share: number, width: number): string {
  const filled = Math.round(Math.max(0, Math.min(1, share)) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}
