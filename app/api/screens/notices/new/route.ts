export { screenNewNotices as GET } from '@/lib/http/screens/notices'
