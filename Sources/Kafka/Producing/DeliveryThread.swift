internal import CRdkafka
internal import Dispatch
internal import Synchronization

/// Serves a producer's delivery reports on a thread of its own, and tells those who wait for room.
final class DeliveryThread: Sendable {
  let room = Room()
  private let stopping = Atomic<Bool>(false)
  private let wake: Wake

  init(_ client: Client) {
    wake = Wake(rd_kafka_queue_get_main(client.handle))
  }

  func start(_ client: Client) {
    let room = room
    DispatchQueue(label: "kafka.deliveries").async { [self] in
      while !stopping.load(ordering: .acquiring) {
        let served = rd_kafka_poll(client.handle, 100)
        if served > 0 {
          room.free(Int(served))
        } else {
          // A task that was woken and then cancelled has wasted its turn: let everybody look again.
          room.freeAll()
        }
      }
      // What nobody flushed is given up, so that every handler hears of its record.
      client.purge()
      room.freeAll()
      wake.release()
    }
  }

  func stop() {
    stopping.store(true, ordering: .releasing)
    wake.up()
  }
}
