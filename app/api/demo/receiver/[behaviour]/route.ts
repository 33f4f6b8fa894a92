import { receiveDemo } from '@/lib/demo/receiver'

export const POST = receiveDemo
