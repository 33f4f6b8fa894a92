export { screenResend as GET } from '@/lib/http/screens/resends'
