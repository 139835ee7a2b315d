import { h } from './dom.js';
import { number, percent } from './format.js';

const LINE = 26;

/** A bar chart that the arrow keys walk along, reading out each bar. */
export function barChart(title, signal) {
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const box = h('div', { class: 'canvas' }, canvas);
  const reading = h('p', { class: 'reading small', role: 'status' });
  const hint = 'Arrow keys read the bars one by one; the table below has them all.';
  const plot = h('div', { class: 'plot', tabindex: '0', role: 'group', 'aria-label': `${title}. ${hint}`, onkeydown: walk }, box);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  let chart = null;
  let shown = [];
  let unit = 'percent';
  let at = -1;

  scheme.addEventListener('change', render, { signal });
  signal.addEventListener('abort', () => chart?.destroy());

  async function render() {
    // The library is no module: it leaves its constructor in the global scope.
    await import('./vendor/chart.umd.min.js');
    chart?.destroy();
    if (signal.aborted) return;
    const lying = shown.length > 16 || shown.some((bar) => bar.label.length > 8);
    box.style.height = lying ? `${Math.max(120, shown.length * LINE + 46)}px` : '300px';
    chart = new globalThis.Chart(canvas, settings(shown, unit, lying));
  }

  function words(bar) {
    const count = bar.count === null ? '' : `, ${number(bar.count)} shots`;
    return `${bar.label}: ${percent(bar.share)}${count}`;
  }

  function walk(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = { Home: 0, End: shown.length - 1 }[event.key] ?? (step && at + step);
    if (to === undefined || !chart) return;
    event.preventDefault();
    at = Math.max(0, Math.min(shown.length - 1, to));
    const active = [{ datasetIndex: 0, index: at }];
    const { x, y } = chart.getDatasetMeta(0).data[at].tooltipPosition();
    chart.setActiveElements(active);
    chart.tooltip.setActiveElements(active, { x, y });
    chart.update();
    reading.textContent = words(shown[at]);
  }

  return {
    element: h('figure', {}, plot, reading),
    draw(bars, wanted) {
      shown = bars;
      unit = wanted;
      at = -1;
      reading.textContent = '';
      render();
    },
  };
}

function settings(bars, unit, lying) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const mono = { family: colour('mono'), size: 12 };
  const tick = (value) => (unit === 'percent' ? `${value} %` : number(value));
  const labels = { grid: { display: false }, border: { color: colour('line') }, ticks: { color: colour('ink'), font: mono, autoSkip: bars.length > 60 } };
  const values = {
    beginAtZero: true, grid: { color: colour('grid') }, border: { display: false },
    ticks: { color: colour('muted'), callback: tick, maxTicksLimit: 8, precision: unit === 'count' ? 0 : undefined },
  };
  return {
    type: 'bar',
    data: {
      labels: bars.map((bar) => bar.label),
      datasets: [{
        data: bars.map((bar) => (unit === 'percent' ? bar.share * 100 : bar.count)),
        backgroundColor: bars.map((bar) => colour(bar.rest ? 'bar-other' : 'bar')),
        hoverBackgroundColor: colour('accent'), borderRadius: 4, maxBarThickness: lying ? 18 : 64,
      }],
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, indexAxis: lying ? 'y' : 'x',
      scales: lying ? { x: { ...values, position: 'top' }, y: labels } : { x: labels, y: values },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false, titleFont: mono,
          callbacks: { label: ({ dataIndex }) => `${percent(bars[dataIndex].share)}${bars[dataIndex].count === null ? '' : ` · ${number(bars[dataIndex].count)} shots`}` },
        },
      },
    },
  };
}
