import { InterceptingCall, Metadata, status, type Interceptor } from '@grpc/grpc-js'
import { defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client'

/**
 * The client's own retries, and behind them what makes them safe to close: a retry on a closed
 * channel throws in a timer, where nothing can catch it, and would end the process. Here it ends
 * its call as cancelled.
 */
export const callInterceptors = (): Interceptor[] => [
  makeGrpcRetryInterceptor(defaultGrpcRetryOptions()),
  cancelOnClosedChannel,
]

const cancelOnClosedChannel: Interceptor = (options, nextCall) => {
  try {
    return new InterceptingCall(nextCall(options))
  } catch (error) {
    return cancelledCall(error instanceof Error ? error.message : String(error))
  }
}

function cancelledCall(details: string): InterceptingCall {
  return new InterceptingCall({
    start: (_metadata, listener) => {
      setImmediate(() => {
        listener?.onReceiveMessage?.(null)
        listener?.onReceiveStatus?.({ code: status.CANCELLED, details, metadata: new Metadata() })
      })
    },
    sendMessage: nothing,
    sendMessageWithContext: nothing,
    startRead: nothing,
    halfClose: nothing,
    cancelWithStatus: nothing,
    getPeer: () => '',
    getAuthContext: () => null,
  })
}

const nothing = (): undefined => undefined
