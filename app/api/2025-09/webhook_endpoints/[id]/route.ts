export {
  webhookEndpoint as GET,
  webhookEndpoint as POST,
  webhookEndpoint as PUT,
  webhookEndpoint as PATCH,
  webhookEndpoint as DELETE,
  webhookEndpoint as OPTIONS,
} from '@/lib/http/dated/webhook-endpoints'
