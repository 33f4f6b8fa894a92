export {
  webhooks as GET,
  webhooks as POST,
  webhooks as PUT,
  webhooks as PATCH,
  webhooks as DELETE,
  webhooks as OPTIONS,
} from '@/lib/http/v1/webhooks'
