// Preloaded in the server process: when its supervisor disappears, even by kill -9, the channel
// between them closes, and the server goes too instead of keeping the port.
if (process.channel) {
  process.once('disconnect', () => process.exit(0))
  process.channel.unref()
}
