import type { Queryable } from '@/lib/db/client'

const DELIVERIES = `
  SELECT shard, store_id, id, endpoint_id, event_id, event_type, is_test FROM pending_delivery WHERE NOT revives
  UNION ALL
  SELECT shard, store_id, id, endpoint_id, event_id, event_type, is_test FROM finished_delivery`

const ATTEMPTS = `
  SELECT d.store_id, d.endpoint_id, d.event_type, d.is_test, a.*
  FROM attempt a JOIN (${DELIVERIES}) d ON d.shard = a.shard AND d.id = a.delivery_id`

// Each returns what breaks the invariant: a text per case.
const INVARIANTS: Record<string, string> = {
  // An endpoint that never changed has listened to each event since it was made; what came in that moment may be on either side.
  'an accepted event has a delivery for each endpoint that listened': `
    SELECT format('event %s has none for endpoint %s', i.id, e.id) AS broken
    FROM event i JOIN endpoint e ON e.store_id = i.store_id
    WHERE NOT i.is_test AND e.revision = 1 AND e.deleted_at IS NULL AND e.filter IS NULL
      AND i.id > uuid_floor(e.created_at + interval '100 ms') AND (e.all_event_types OR i.type = ANY (e.event_types))
      AND NOT EXISTS (SELECT FROM (${DELIVERIES}) d 
        WHERE d.shard = i.shard AND d.store_id = i.store_id AND d.id = delivery_id(i.id, e.id))`,

  'a delivery is that of a stored event and its endpoint': `
    SELECT format('delivery %s of event %s', d.id, d.event_id) AS broken
    FROM (${DELIVERIES}) d
    LEFT JOIN event i ON i.shard = d.shard AND i.store_id = d.store_id AND i.id = d.event_id
    WHERE i.id IS NULL OR i.type <> d.event_type OR i.is_test <> d.is_test OR d.id <> delivery_id(d.event_id, d.endpoint_id)`,

  'a delivery is either pending or finished': `
    SELECT format('delivery %s is there %s times', id, count(*)) AS broken
    FROM (${DELIVERIES}) d GROUP BY shard, id HAVING count(*) > 1`,

  'what is resent was finished': `
    SELECT format('delivery %s', q.id) AS broken FROM pending_delivery q
    WHERE q.revives AND NOT EXISTS (
      SELECT FROM finished_delivery f WHERE f.shard = q.shard AND f.store_id = q.store_id AND f.id = q.id)`,

  'an attempt belongs to a delivery': `
    SELECT format('attempt %s of delivery %s', a.number, a.delivery_id) AS broken
    FROM attempt a LEFT JOIN (${DELIVERIES}) d ON d.shard = a.shard AND d.id = a.delivery_id WHERE d.id IS NULL`,

  'the attempts of a delivery are numbered from 1 without a gap': `
    SELECT format('delivery %s: %s rows up to number %s', delivery_id, count(*), max(number)) AS broken
    FROM attempt GROUP BY shard, delivery_id HAVING count(*) <> max(number) OR min(number) <> 1`,

  'a delivery succeeds once, besides resends, jobs and late results': `
    SELECT format('delivery %s succeeded %s times', delivery_id, count(*)) AS broken
    FROM attempt WHERE error IS NULL AND trigger <> 'resend' AND resend_id IS NULL AND NOT superseded
    GROUP BY shard, delivery_id HAVING count(*) > 1`,

  'a delivered one has an attempt that succeeded, and no other has': `
    SELECT format('delivery %s is %s', f.id, f.status) AS broken FROM finished_delivery f
    WHERE (f.status = 'delivered') <> EXISTS (
      SELECT FROM attempt a WHERE a.shard = f.shard AND a.delivery_id = f.id AND a.error IS NULL AND NOT a.superseded)`,

  // A catch-up gives an event one delivery, so even its jobs bring one success.
  'a catch-up and the engine succeed once between them': `
    SELECT format('delivery %s succeeded %s times', a.delivery_id, count(*)) AS broken
    FROM attempt a LEFT JOIN resend j ON j.id = a.resend_id
    WHERE a.error IS NULL AND a.trigger <> 'resend' AND NOT a.superseded AND coalesce(j.kind, 'catch_up') = 'catch_up'
    GROUP BY a.shard, a.delivery_id HAVING count(*) > 1`,

  'a job’s deliveries are succeeded, failed, cancelled or pending': `
    SELECT format('job %s: %s sent, %s succeeded, %s failed, %s cancelled, %s pending', j.id, j.sent, j.succeeded, j.failed,
      j.cancelled, q.pending) AS broken
    FROM resend j CROSS JOIN LATERAL (
      SELECT count(*) AS pending FROM pending_delivery q WHERE q.shard = j.shard AND q.resend_id = j.id) q
    WHERE j.sent <> j.succeeded + j.failed + j.cancelled + q.pending
      OR (j.finished_at IS NOT NULL AND q.pending > 0) OR (j.status = 'running' AND j.finished_at IS NOT NULL)`,

  'daily statistics count the finished deliveries by first final status': `
    SELECT format('endpoint %s, %s on %s: %s counted, %s found', endpoint_id, event_type, day, s.counts, f.counts) AS broken
    FROM (
      SELECT shard, endpoint_id, event_type, day, ARRAY[delivered, failed, cancelled, recovered, first_attempt_success]::bigint[] AS counts
      FROM stat_day
    ) s FULL JOIN (
      SELECT shard, endpoint_id, event_type, local_day AS day, ARRAY[
        count(*) FILTER (WHERE first_status = 'delivered'), count(*) FILTER (WHERE first_status = 'failed'),
        count(*) FILTER (WHERE first_status = 'cancelled'), count(*) FILTER (WHERE recovered_at IS NOT NULL),
        count(*) FILTER (WHERE first_attempt_success)] AS counts
      FROM finished_delivery WHERE NOT is_test GROUP BY shard, endpoint_id, event_type, local_day
    ) f USING (shard, endpoint_id, event_type, day)
    WHERE coalesce(s.counts, '{0,0,0,0,0}') <> coalesce(f.counts, '{0,0,0,0,0}')`,

  // An attempt counts on the day it was recorded, which its row does not hold: so over all days.
  'statistics count the attempts with a request': `
    SELECT format('endpoint %s, %s: %s counted, %s found', endpoint_id, event_type, s.counts, a.counts) AS broken
    FROM (
      SELECT shard, endpoint_id, event_type, ARRAY[sum(attempts), sum(attempts_succeeded),
        sum((SELECT sum(n) FROM unnest(histogram) n))]::bigint[] AS counts
      FROM stat_day GROUP BY shard, endpoint_id, event_type
    ) s FULL JOIN (
      SELECT shard, endpoint_id, event_type, ARRAY[count(*), count(*) FILTER (WHERE error IS NULL), count(*)] AS counts
      FROM (${ATTEMPTS}) a WHERE url IS NOT NULL AND NOT superseded AND NOT is_test
      GROUP BY shard, endpoint_id, event_type
    ) a USING (shard, endpoint_id, event_type)
    WHERE coalesce(s.counts, '{0,0,0}') <> coalesce(a.counts, '{0,0,0}')`,

  'errors add up to the failed deliveries': `
    SELECT format('endpoint %s, %s on %s: %s errors, %s failed', endpoint_id, event_type, day, e.count, s.failed) AS broken
    FROM (
      SELECT shard, endpoint_id, event_type, day, sum(count) AS count FROM stat_error
      GROUP BY shard, endpoint_id, event_type, day
    ) e FULL JOIN stat_day s USING (shard, endpoint_id, event_type, day)
    WHERE coalesce(e.count, 0) <> coalesce(s.failed, 0)`,

  // Kept for three days only.
  'hourly statistics count the finished deliveries of the last day': `
    SELECT format('endpoint %s at %s: %s counted, %s found', endpoint_id, hour, s.counts, f.counts) AS broken
    FROM (
      SELECT shard, endpoint_id, hour, ARRAY[delivered, failed, cancelled]::bigint[] AS counts
      FROM stat_hour WHERE hour > now() - interval '1 day'
    ) s FULL JOIN (
      SELECT shard, endpoint_id, date_trunc('hour', finished_at, 'UTC') AS hour, ARRAY[
        count(*) FILTER (WHERE first_status = 'delivered'), count(*) FILTER (WHERE first_status = 'failed'),
        count(*) FILTER (WHERE first_status = 'cancelled')] AS counts
      FROM finished_delivery WHERE NOT is_test AND date_trunc('hour', finished_at, 'UTC') > now() - interval '1 day'
      GROUP BY shard, endpoint_id, date_trunc('hour', finished_at, 'UTC')
    ) f USING (shard, endpoint_id, hour)
    WHERE coalesce(s.counts, '{0,0,0}') <> coalesce(f.counts, '{0,0,0}')`,
}

const SHOWN = 5

/**
 * What of the engine's invariants does not hold in a database: a sentence per case, some of each at most; none where
 * all is well. It reads whole tables in one snapshot, so that what is being sent meanwhile does not disturb it.
 */
export async function findBrokenInvariants(db: Queryable): Promise<string[]> {
  const statement = Object.entries(INVARIANTS)
    .map(([name, sql]) => `(SELECT '${name}: ' || broken AS broken FROM (${sql}) cases LIMIT ${SHOWN})`)
    .join('\nUNION ALL\n')
  const { rows } = await db.query<{ broken: string }>(statement)
  return rows.map((row) => row.broken)
}
