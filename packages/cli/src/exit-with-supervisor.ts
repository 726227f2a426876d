/**
 * Loaded into every supervised process before its program: when the supervisor is gone, even by kill -9, the channel
 * to it closes, and the program is asked to stop, then made to.
 */
const stopLimitMs = 25_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), stopLimitMs).unref();
});
process.channel?.unref();
