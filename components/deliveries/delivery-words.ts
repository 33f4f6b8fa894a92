import type { DeliveryStatus, Trigger } from '@/lib/webhooks/delivery-state'
import type { ErrorKind } from '@/lib/webhooks/outcome'

// Each word once: for badges, filters, charts and files to download.

export const statusLabels: Record<DeliveryStatus, string> = {
  pending: 'Pending',
  retrying: 'Retrying',
  delivered: 'Delivered',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

export const triggerLabels: Record<Trigger, string> = {
  event: 'Automatic',
  retry: 'Retry',
  resend: 'Resend',
  catch_up: 'Catch-up',
  test: 'Test',
}

export const errorLabels: Record<ErrorKind, string> = {
  dns_error: 'DNS error',
  connection_refused: 'Refused',
  connection_reset: 'Connection reset',
  connection_closed: 'Connection closed',
  connect_timeout: 'Connect timeout',
  timeout: 'Timeout',
  tls_error: 'TLS error',
  blocked_address: 'Blocked address',
  redirect: 'Redirect',
  http_error: 'HTTP error',
  invalid_response: 'Invalid response',
  placeholder_error: 'Placeholder error',
  smtp_error: 'SMTP error',
  sender_lost: 'Sender lost',
  expired: 'Expired',
  endpoint_deleted: 'Endpoint deleted',
  endpoint_disabled: 'Endpoint disabled',
}
