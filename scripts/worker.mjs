// `npm run worker`. Only this file may be parsed by a Node that is too old: the rest is loaded after the check.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 20 || (major === 20 && minor >= 19)) {
  const { launchWorker } = await import('./worker/launch.mjs')
  await launchWorker(process.argv.slice(2))
} else {
  console.error(
    `Shopbell needs Node 20.19 or later, and this is ${process.versions.node}. Install Node 24 from https://nodejs.org and start again.`,
  )
  process.exitCode = 1
}
