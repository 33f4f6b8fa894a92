// `npm test`. Only this file may be parsed by a Node that is too old: the rest is loaded after the check.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 20 || (major === 20 && minor >= 19)) {
  const { runTests } = await import('./test-run.mjs')
  process.exitCode = await runTests()
} else {
  console.error(`The tests need Node 20.19 or later, and this is ${process.versions.node}.`)
  process.exitCode = 1
}
