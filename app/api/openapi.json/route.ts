export {
  openApi as GET,
  openApi as POST,
  openApi as PUT,
  openApi as PATCH,
  openApi as DELETE,
  openApi as OPTIONS,
} from '@/lib/http/api-routes'
