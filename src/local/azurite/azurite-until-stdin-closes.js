// Runs Azurite for as long as the process that started it lives: a parent that ends, even by SIGKILL, closes our stdin.
process.stdin.resume().on('end', () => process.exit(0));

// Ctrl-C reaches every process of the terminal; the parent, not Azurite, decides in which order things end.
process.on('SIGINT', () => {});
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT') setImmediate(() => process.removeListener(event, listener));
});

require('azurite/dist/src/azurite.js');
