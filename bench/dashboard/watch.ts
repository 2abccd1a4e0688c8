/** For so long nothing may keep the main thread busy before a page counts as interactive. */
export const QUIET_MS = 200;

/**
 * Runs in the page before any script of its own. Times are milliseconds since the navigation began,
 * taken after the frame in which something was there for the first time. A task of more than 50 ms is
 * a long one to the browser itself, which reports it when it is over.
 */
export const WATCH = `
window.watched = (() => {
  const long = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push([startTime, startTime + duration]);
  }).observe({ type: 'longtask', buffered: true });
  let clicks = [];
  const until = (there) => new Promise((resolve) => {
    const look = () => {
      if (there()) setTimeout(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const whole = () => {
    const now = document.querySelector('#now');
    return now?.querySelector('svg[data-chart]') && !now.querySelector('.mantine-Skeleton-root') &&
      document.querySelectorAll('[role="grid"] .heat-body [role="gridcell"]').length > 0 &&
      document.querySelectorAll('.trend-bar').length > 2;
  };
  const top = () => document.querySelector('[role="grid"] .heat-top [role="rowheader"]')?.textContent ?? '';
  return {
    shown: (figure) => until(() => whole() && document.querySelector('#now').textContent.includes(figure)),
    quiet: (shown, ms) => new Promise((resolve) => {
      const look = () => {
        let since = shown;
        for (const [from, to] of long) if (to > since && from < since + ms) since = to;
        // what is reported of a task comes a little after it
        if (performance.now() > since + ms + 100) resolve(since);
        else setTimeout(look, 20);
      };
      look();
    }),
    listen: () => {
      clicks = [];
      new PerformanceObserver((list) => {
        for (const { name, startTime, duration } of list.getEntries())
          if (name === 'click') clicks.push({ startTime, duration });
      }).observe({ type: 'event', durationThreshold: 16 });
      addEventListener('click', ({ timeStamp }) => { window.clickedAt = timeStamp; }, { capture: true, once: true });
    },
    below: async (name) =>
      (await until(() => whole() && top().includes(name) && !document.querySelector('[aria-busy="true"]:has(.heat)'))) - window.clickedAt,
    // one that took less than 16 ms is not reported
    click: () => new Promise((resolve) => setTimeout(() => resolve(clicks[0]?.duration ?? 16), 200)),
  };
})();
`;
