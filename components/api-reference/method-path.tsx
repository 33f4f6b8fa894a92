import { cn } from '@/components/ui/cn'

/** A method with its path, which may break at its slashes. */
export function MethodPath({
  method,
  path,
  className,
}: {
  method: string
  path: string
  className?: string
}) {
  return (
    <code className={cn('font-mono text-sm wrap-anywhere', className)}>
      <span className="mr-2 inline-block min-w-14 font-semibold">{method}</span>
      {path.split('/').map((part, index) => (
        // The parts of one path stay where they are.
        <span key={`${path.split('/').slice(0, index).join('/')}/${part}`}>
          {index === 0 ? '' : '/'}
          <wbr />
          {part}
        </span>
      ))}
    </code>
  )
}
