// Preloaded into the processes that a start runs (npm ci, next build, …): none may outlive a start that was killed,
// or the next start would find two of them at work on the same files.
const parent = process.ppid

setInterval(() => {
  if (process.ppid !== parent) process.exit(1)
}, 300).unref()
