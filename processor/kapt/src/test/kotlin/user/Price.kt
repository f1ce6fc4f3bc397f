package user

import io.multishot.MultiShot
import io.multishot.MultiShotSlab

/** A value of a Kotlin type. */
@MultiShot(type = Long::class)
interface Price

/** A message of functions and properties, and a slab of it. */
@MultiShot
@MultiShotSlab
interface Fill {
  fun orderId(): Long

  val venue: String?
}

/** A message with a type parameter. */
@MultiShot
interface Reply<T> {
  fun value(): T

  fun code(): Int
}

/** Sends and takes in Kotlin, also by a channel that is declared in Java. */
fun sumInKotlin(): Long {
  val prices = PriceChannel.open()
  prices.sender().send(40)
  val quotes = QuoteChannel.open()
  quotes.sender().send(2)
  return prices.take() + quotes.take()
}
