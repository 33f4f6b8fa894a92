export default function Page() {
  return <h1>Placeholder</h1>
}
