export {
  webhookEndpoints as GET,
  webhookEndpoints as POST,
  webhookEndpoints as PUT,
  webhookEndpoints as PATCH,
  webhookEndpoints as DELETE,
  webhookEndpoints as OPTIONS,
} from '@/lib/http/dated/webhook-endpoints'
