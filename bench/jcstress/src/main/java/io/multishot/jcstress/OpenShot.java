package io.multishot.jcstress;

/** A channel whose first shot is open. */
abstract class OpenShot {

  final LongChannel.Receiver receiver = LongChannel.open();
  final LongChannel.Sender sender = receiver.sender();
}
