import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'

type Props = { label: string; headers: Record<string, string> }

/** Headers as they were sent or came back, folded away: there are many, and seldom needed. */
export function HeaderTable({ label, headers }: Props) {
  const entries = Object.entries(headers)
  if (entries.length === 0) return <p className="text-faded text-sm">No headers.</p>
  const text = entries.map(([name, value]) => `${name}: ${value}`).join('\n')
  return (
    <Disclosure summary={`Headers (${entries.length})`} className="text-sm">
      <div className="flex flex-col items-start gap-2">
        <table className="w-full table-fixed border-collapse text-xs">
          <caption className="sr-only">{label}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(([name, value]) => (
              <tr key={name} className="border-rule border-b align-top">
                <th
                  scope="row"
                  className="w-2/5 py-1 pr-3 text-left font-mono font-normal text-faded wrap-anywhere"
                >
                  {name}
                </th>
                <td className="py-1 font-mono wrap-anywhere">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <CopyButton value={text} label="Copy headers" />
      </div>
    </Disclosure>
  )
}
