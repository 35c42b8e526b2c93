// Preloaded in the server process: when its supervisor disappears, even by kill -9, the channel
// between them closes, and the server goes too instead of keeping the port. Next.js preloads it in
// its own workers as well, which are not concerned.
if (process.ppid === Number(process.env.COPILOTE_SUPERVISOR)) process.once('disconnect', () => process.exit(0))
