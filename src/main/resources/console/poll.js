const FASTEST = 2_000;
const SLOWEST = 30_000;

/**
 * Runs a task again and again: soon while it reports changes, ever more seldom while it does not,
 * and not at all while nobody looks at the page. The task gets a signal, and gives whether
 * anything changed, or 'done'. Ends when the signal of its page does.
 */
export function poll(task, signal) {
  let delay = FASTEST;
  let timer = 0;
  let running = false;
  let wanted = false;

  async function run() {
    clearTimeout(timer);
    wanted = running;
    if (running || signal.aborted || document.hidden) return;
    running = true;
    try {
      const outcome = await task(signal);
      if (outcome === 'done') return;
      delay = outcome ? FASTEST : Math.min(delay * 1.4, SLOWEST);
    } catch (error) {
      if (error.name === 'AbortError') return;
      delay = Math.min(Math.max(delay * 2, (error.retryAfter ?? 0) * 1000), 4 * SLOWEST);
    } finally {
      running = false;
      if (wanted) again();
    }
    if (!signal.aborted && !running) timer = setTimeout(run, delay);
  }

  function again() {
    delay = FASTEST;
    run();
  }

  const looked = () => { if (!document.hidden) again(); };
  document.addEventListener('visibilitychange', looked, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  run();
  return again;
}
