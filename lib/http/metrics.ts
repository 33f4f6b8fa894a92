import { env } from '@/lib/env'
import { DURATION_BOUNDS, getMetrics, type Metrics } from '@/lib/operations/metrics'
import { textAnswer } from './answer'
import { requireSecret } from './bearer'
import { metricsOperation } from './openapi/metrics-operation'
import { EXPOSITION_TYPE, histogramSamples, type Metric, type Sample, toExposition } from './prometheus-text'
import { route } from './route'

/** `/api/metrics`: for Prometheus, with `METRICS_TOKEN`. */
export const metrics = route(
  '/metrics',
  {
    GET: async ({ request, requestId }) => {
      requireSecret(request, 'METRICS_TOKEN', env().METRICS_TOKEN)
      const { engine, process } = await getMetrics()
      const text = toExposition([...engineMetrics(engine), ...processMetrics(process)])
      const answer = textAnswer(text, EXPOSITION_TYPE, requestId)
      // Of processes that share a port, another one answers on a connection of its own.
      answer.headers.connection = 'close'
      return answer
    },
  },
  { GET: metricsOperation },
)

function engineMetrics(engine: Metrics['engine']): Metric[] {
  const up = gauge('shopbell_database_up', 'Whether the database answers.', [{ value: engine ? 1 : 0 }])
  if (!engine) return [up]
  return [
    up,
    gauge('shopbell_deliveries_pending', 'Deliveries that are not final, counted up to 100,000.', [
      { value: engine.pending },
    ]),
    gauge(
      'shopbell_deliveries_due',
      'Deliveries that are due and that no sender has, counted up to 100,000.',
      [{ value: engine.due }],
    ),
    gauge('shopbell_deliveries_oldest_due_seconds', 'How long the first of these has been due.', [
      { value: engine.oldestDueSeconds },
    ]),
    gauge('shopbell_senders_live', 'Processes that send.', [{ value: engine.liveSenders }]),
    gauge('shopbell_endpoints_enabled', 'Enabled endpoints.', [{ value: engine.enabledEndpoints }]),
    gauge('shopbell_endpoints_failing', 'Enabled endpoints whose last attempt failed.', [
      { value: engine.failingEndpoints },
    ]),
    gauge('shopbell_endpoints_disabled', 'Disabled endpoints by why they are.', [
      { labels: { reason: 'manual' }, value: engine.disabledManually },
      { labels: { reason: 'failing' }, value: engine.disabledAsFailing },
      { labels: { reason: 'gone' }, value: engine.disabledAsGone },
    ]),
  ]
}

function processMetrics({ pid, acceptedEvents, attempts, deliveries, load }: Metrics['process']): Metric[] {
  const labels = { pid: String(pid) }
  const byError = [...attempts.byError].sort().map(
    ([error, value]): Sample => ({
      labels: { ...labels, outcome: error === null ? 'succeeded' : 'failed', error: error ?? '' },
      value,
    }),
  )
  const recorded = (['delivered', 'failed', 'retried'] as const).map(
    (result): Sample => ({ labels: { ...labels, result }, value: deliveries[result] }),
  )
  return [
    counter('shopbell_events_accepted_total', 'Events that this process stored.', [
      { labels, value: acceptedEvents },
    ]),
    counter('shopbell_attempts_total', 'Attempts of this process by what came of them.', byError),
    counter('shopbell_deliveries_recorded_total', 'Deliveries by where an attempt left them.', recorded),
    {
      name: 'shopbell_attempt_duration_seconds',
      help: 'How long requests to endpoints took.',
      type: 'histogram',
      samples: histogramSamples(DURATION_BOUNDS, attempts.durations, attempts.totalSeconds, labels),
    },
    gauge('process_start_time_seconds', 'When this process started, in Unix seconds.', [
      { labels, value: load.startedAtSeconds },
    ]),
    counter('process_cpu_seconds_total', 'Processor time, of user and system.', [
      { labels, value: load.cpuSeconds },
    ]),
    gauge('process_resident_memory_bytes', 'Resident memory.', [{ labels, value: load.residentBytes }]),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', [{ labels, value: load.heapBytes }]),
    gauge('nodejs_eventloop_lag_mean_seconds', 'How late the event loop was since the last scrape.', [
      { labels, value: load.lagSeconds.mean },
    ]),
    gauge('nodejs_eventloop_lag_p99_seconds', 'The same, for 99 % of the time at most.', [
      { labels, value: load.lagSeconds.p99 },
    ]),
    gauge('nodejs_eventloop_lag_max_seconds', 'The same, at most.', [{ labels, value: load.lagSeconds.max }]),
  ]
}

function gauge(name: string, help: string, samples: Sample[]): Metric {
  return { name, help, type: 'gauge', samples }
}

function counter(name: string, help: string, samples: Sample[]): Metric {
  return { name, help, type: 'counter', samples }
}
